"""The register of all agencies, and the check of a code from a wall."""
from django.urls import path

from certification import views

urlpatterns = [
    path("register/", views.national_register, name="national_register"),
    path("register/statistics/", views.national_statistics, name="national_statistics"),
    path("verify/", views.verify, name="verify"),
    path("verify/<str:code>/", views.verify_code, name="verify_code"),
]
