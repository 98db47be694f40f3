"""Addresses of the product: signing in, one line per audience, and what all share. Each audience names its own pages."""

from django.urls import include, path

from doithoai.config.late import late
from doithoai.web.ui import signing

urlpatterns = [
    path("dang-nhap/", signing.sign_in, name="sign_in"),
    path("doi-mat-khau/", signing.password, name="password"),
    path("dang-xuat/", signing.sign_out, name="sign_out"),
    late("ban-lam-viec/", "doithoai.web.desk.urls", name="desk"),
    late("hoi-truong/", "doithoai.web.hall.urls", name="hall"),
    late("giam-sat/", "doithoai.web.watch.urls", name="watch"),
    late("api/", "doithoai.web.api.urls", name="api"),
    path("", include("doithoai.web.ui.urls")),
    path("", include("doithoai.web.portal.urls")),
]

handler400 = "doithoai.config.failures.bad_request"
handler403 = "doithoai.config.failures.forbidden"
handler404 = "doithoai.config.failures.not_found"
handler500 = "doithoai.config.failures.server_error"
