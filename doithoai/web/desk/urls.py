"""Addresses of the desk: the lists of its nouns joined."""

from doithoai.web.desk.addresses import people, plans

app_name = "desk"
urlpatterns = [*plans.urlpatterns, *people.urlpatterns]
