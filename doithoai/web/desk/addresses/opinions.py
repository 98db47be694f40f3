"""Addresses of the register."""

from django.urls import path

from doithoai.web.desk.views import opinion, opinions

urlpatterns = [
    path("<slug:slug>/y-kien/", opinions.opinions, name="opinions"),
    path("<slug:slug>/y-kien/ghi/", opinions.new, name="opinion_new"),
    path("<slug:slug>/y-kien/bieu-do/", opinions.groups, name="groups"),
    path("<slug:slug>/y-kien/<int:opinion_id>/", opinion.opinion, name="opinion"),
]
