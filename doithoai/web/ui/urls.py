"""Addresses shared by every audience: the language switch, and the gallery of parts where a setting allows it."""

from django.conf import settings
from django.urls import path

from doithoai.web.ui import views

app_name = "ui"

urlpatterns = [path("ngon-ngu/<str:code>/", views.switch_language, name="language")]
if getattr(settings, "SHOW_GALLERY", settings.DEBUG):
    urlpatterns.append(path("giao-dien/", views.gallery, name="gallery"))
