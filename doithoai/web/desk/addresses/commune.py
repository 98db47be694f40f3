"""The address of the commune's own page."""

from django.urls import path

from doithoai.web.desk.views import commune

urlpatterns = [path("<slug:slug>/xa/", commune.commune, name="commune")]
