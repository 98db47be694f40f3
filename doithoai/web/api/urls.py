"""Addresses for machines. `api:calendar` with a commune alone is the page that gives a person his own feed address."""

from django.urls import path

from doithoai.web.api import views

app_name = "api"
urlpatterns = [
    path("suc-khoe/", views.health, name="health"),
    path("lich/<slug:slug>/", views.calendar, name="calendar"),
    path("lich/<slug:slug>/<str:key>.ics", views.calendar_feed, name="calendar"),
]
