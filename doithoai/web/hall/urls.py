"""Addresses of the hall pages: the sitting, what follows it, and the two screens without controls."""

from django.urls import path

from doithoai.web.hall.views import chair, closing, conclusion, minutes, projector, review, running

app_name = "hall"
urlpatterns = [
    path("<slug:slug>/<int:conference_id>/", running.running, name="running"),
    path("<slug:slug>/<int:conference_id>/ket-luan/", conclusion.conclusion, name="conclusion"),
    path("<slug:slug>/<int:conference_id>/bien-ban/", minutes.minutes, name="minutes"),
    path("<slug:slug>/<int:conference_id>/rut-kinh-nghiem/", review.review, name="review"),
    path("<slug:slug>/<int:conference_id>/khep-lai/", closing.close, name="close"),
    path("<slug:slug>/<int:conference_id>/man-hinh/", projector.projector, name="projector"),
    path("<slug:slug>/<int:conference_id>/the-chu-tri/", chair.chair, name="chair"),
]
