"""Addresses of written answers."""

from django.urls import path

from doithoai.web.desk.views import answers

urlpatterns = [
    path("<slug:slug>/tra-loi/", answers.answers, name="answers"),
    path("<slug:slug>/tra-loi/<int:answer_id>/", answers.answer, name="answer"),
]
