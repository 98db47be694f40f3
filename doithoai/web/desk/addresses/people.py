"""Addresses of the system admin's pages."""

from django.urls import path

from doithoai.web.desk.views import people

urlpatterns = [
    path("<slug:slug>/nguoi-dung/", people.people, name="people"),
    path("<slug:slug>/nguoi-dung/<int:post_id>/thoi/", people.finish_post, name="end_post"),
]
