"""The register of all agencies, and the check of a code from a wall."""
from django.urls import path

from certification import views

urlpatterns = [
    path("register/", views.national_register, name="national_register"),
    path("register/compare/", views.register_compare, name="register_compare"),
    path("register/check/", views.register_check, name="register_check"),
    path(".well-known/did.json", views.national_did, name="national_did"),
    path("register/statistics/", views.national_statistics, name="national_statistics"),
    path("verify/", views.verify, name="verify"),
    path("verify/file/", views.verify_file, name="verify_file"),
    path("verify/verify_log.py", views.log_verifier, name="log_verifier"),
    path("verify/root.cert.pem", views.root_certificate, name="root_certificate"),
    path("verify/<str:code>/", views.verify_code, name="verify_code"),
]
