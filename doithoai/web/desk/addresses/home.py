"""The desk's front door."""

from django.urls import path

from doithoai.web.desk.views import home

urlpatterns = [path("<slug:slug>/", home.home, name="home")]
