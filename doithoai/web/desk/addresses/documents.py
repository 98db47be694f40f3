"""Addresses of official papers."""

from django.urls import path

from doithoai.web.desk.views import document, documents

urlpatterns = [
    path("<slug:slug>/van-ban/", documents.documents, name="documents"),
    path("<slug:slug>/van-ban/soan/", documents.make, name="document_make"),
    path("<slug:slug>/van-ban/<int:document_id>/", document.document, name="document"),
    path("<slug:slug>/van-ban/<int:document_id>/tep/", document.file, name="document_file"),
]
