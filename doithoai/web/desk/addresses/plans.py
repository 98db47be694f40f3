"""Addresses of the year, plans, conferences and duties."""

from django.urls import path

from doithoai.web.desk.views import conference, ledger, plans, publication, reading, rules

urlpatterns = [
    path("<slug:slug>/ke-hoach/", plans.home, name="plans"),
    path("<slug:slug>/nam/<int:year>/", plans.year, name="year"),
    path("<slug:slug>/ke-hoach/tai-len/", reading.upload, name="plan_upload"),
    path("<slug:slug>/ke-hoach/doc/<int:reading_id>/", reading.reading, name="reading"),
    path("<slug:slug>/ke-hoach/<int:plan_id>/", plans.plan, name="plan"),
    path("<slug:slug>/quy-dinh/", rules.rules, name="rules"),
    path("<slug:slug>/doi-thoai/mo/", conference.open_new, name="open_conference"),
    path("<slug:slug>/doi-thoai/<int:conference_id>/", conference.conference, name="conference"),
    path("<slug:slug>/doi-thoai/<int:conference_id>/buoc/", conference.step, name="conference_step"),
    path("<slug:slug>/doi-thoai/<int:conference_id>/lich/", ledger.ladder, name="ladder"),
    path("<slug:slug>/doi-thoai/<int:conference_id>/to-treo/", ledger.wall_sheet, name="wall_sheet"),
    path("<slug:slug>/doi-thoai/<int:conference_id>/cong-khai/", publication.publication, name="publication"),
    path("<slug:slug>/viec/<int:entry_id>/", ledger.duty, name="duty"),
]
