"""Addresses of the portal. Pages of all communes come first, so that no commune's own name can stand in their way.

Two views are exempt from the general check of form tokens: asking by code changes nothing, and sending checks its last
press itself, so that a refusal loses no typed word (`pages.came_from_our_page`).
"""

from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from doithoai.web.portal.later import later
from doithoai.web.portal.views import communes, dialogues, search

app_name = "portal"

choose = later("send", "choose")
send = csrf_exempt(later("send", "send"))
status = csrf_exempt(later("status", "status"))
why = later("why", "why")

urlpatterns = [
    path("", communes.communes, name="communes"),
    path("tim/", search.search, name="search"),
    path("vi-sao-ngay-nay/", why, name="why"),
    path("tra-cuu/", status, name="status"),
    path("gui-y-kien/", choose, name="send"),
    path("<slug:slug>/", communes.commune, name="commune"),
    path("<slug:slug>/bieu-trung/<str:mark>.png", communes.emblem, name="emblem"),
    path("<slug:slug>/tim/", search.search, name="search"),
    path("<slug:slug>/vi-sao-ngay-nay/", why, name="why"),
    path("<slug:slug>/tra-cuu/", status, name="status"),
    path("<slug:slug>/gui-y-kien/", send, name="send"),
    path("<slug:slug>/hoi-nghi/<int:conference_id>/", dialogues.dialogue, name="dialogue"),
    path("<slug:slug>/cau-hoi/<int:opinion_id>/", dialogues.question, name="question"),
]
