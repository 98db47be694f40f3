"""Addresses of the hall pages."""

from django.urls import URLPattern

app_name = "hall"
urlpatterns: list[URLPattern] = []
