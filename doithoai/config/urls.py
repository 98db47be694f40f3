"""Addresses of the product: one line per audience, and what all share. Each audience names its own pages."""

from django.urls import include, path

from doithoai.web.ui import signing

urlpatterns = [
    path("dang-nhap/", signing.sign_in, name="sign_in"),
    path("dang-xuat/", signing.sign_out, name="sign_out"),
    path("", include("doithoai.web.ui.urls")),
    path("ban-lam-viec/", include("doithoai.web.desk.urls")),
    path("hoi-truong/", include("doithoai.web.hall.urls")),
    path("giam-sat/", include("doithoai.web.watch.urls")),
    path("api/", include("doithoai.web.api.urls")),
    path("", include("doithoai.web.ui.urls")),
    path("", include("doithoai.web.portal.urls")),
]

handler400 = "doithoai.config.failures.bad_request"
handler403 = "doithoai.config.failures.forbidden"
handler404 = "doithoai.config.failures.not_found"
handler500 = "doithoai.config.failures.server_error"
