"""Addresses of the watch pages."""

from django.urls import path

from doithoai.web.watch.views import conference, home, petition, petitions, verify

app_name = "watch"
urlpatterns = [
    path("<slug:slug>/", home.home, name="home"),
    path("<slug:slug>/kien-nghi/", petitions.petitions, name="petitions"),
    path("<slug:slug>/kien-nghi/<int:opinion_id>/", petition.petition, name="petition"),
    path("<slug:slug>/doi-thoai/<int:conference_id>/", conference.conference, name="conference"),
    path("<slug:slug>/kiem-tra-so/", verify.verify, name="verify"),
]
