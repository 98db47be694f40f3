"""Addresses of the desk: the lists of its nouns joined."""

from doithoai.web.desk.addresses import answers, commune, documents, home, opinions, people, plans

app_name = "desk"
urlpatterns = [
    *plans.urlpatterns,
    *opinions.urlpatterns,
    *answers.urlpatterns,
    *documents.urlpatterns,
    *people.urlpatterns,
    *commune.urlpatterns,
    *home.urlpatterns,
]
