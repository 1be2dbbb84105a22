"""One's own sign-in: at every agency and on the national site, below /accounts/."""
from django.urls import path

from accounts import views

urlpatterns = [
    path("security/", views.security, name="security"),
    path("security/app/", views.add_app, name="add_app"),
    path("security/passkey/", views.add_passkey, name="add_passkey"),
    path("security/remove/", views.remove_factor, name="remove_factor"),
    path("security/codes/", views.recovery_codes, name="recovery_codes"),
    path("security/codes/new/", views.renew_codes, name="renew_codes"),
    path("security/codes.txt", views.recovery_codes_text, name="recovery_codes_text"),
    path("sessions/", views.own_sessions, name="own_sessions"),
    path("sessions/end/", views.end_session, name="end_session"),
    path("sessions/end-others/", views.end_other_sessions, name="end_other_sessions"),
]
