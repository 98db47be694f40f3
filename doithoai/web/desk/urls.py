"""Addresses of the desk: the lists of its nouns joined."""

from doithoai.web.desk.addresses import answers, people, plans

app_name = "desk"
urlpatterns = [*plans.urlpatterns, *answers.urlpatterns, *people.urlpatterns]
