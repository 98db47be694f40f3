"""Addresses of the portal. Pages of all communes come first, so that no commune's own name can stand in their way."""

from django.urls import path

from doithoai.web.portal.views import communes, dialogues, search, send, status, why

app_name = "portal"
urlpatterns = [
    path("", communes.communes, name="communes"),
    path("tim/", search.search, name="search"),
    path("vi-sao-ngay-nay/", why.why, name="why"),
    path("tra-cuu/", status.status, name="status"),
    path("gui-y-kien/", send.choose, name="send"),
    path("<slug:slug>/", communes.commune, name="commune"),
    path("<slug:slug>/tim/", search.search, name="search"),
    path("<slug:slug>/vi-sao-ngay-nay/", why.why, name="why"),
    path("<slug:slug>/tra-cuu/", status.status, name="status"),
    path("<slug:slug>/gui-y-kien/", send.send, name="send"),
    path("<slug:slug>/hoi-nghi/<int:conference_id>/", dialogues.dialogue, name="dialogue"),
    path("<slug:slug>/cau-hoi/<int:opinion_id>/", dialogues.question, name="question"),
]
