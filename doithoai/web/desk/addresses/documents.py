"""Addresses of official papers."""

from django.urls import path

from doithoai.web.desk.views import documents

urlpatterns = [path("<slug:slug>/van-ban/", documents.documents, name="documents")]
