"""Addresses of the desk: the lists of its nouns joined."""

from doithoai.web.desk.addresses import answers, home, opinions, people, plans

app_name = "desk"
urlpatterns = [
    *plans.urlpatterns,
    *opinions.urlpatterns,
    *answers.urlpatterns,
    *people.urlpatterns,
    *home.urlpatterns,
]
