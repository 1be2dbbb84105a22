"""Sign-in and what belongs to it: of allauth only what the house uses."""
from allauth.account import views
from allauth.mfa.base import views as factor
from allauth.mfa.webauthn import views as passkey
from django.urls import path, re_path

DOORS = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    re_path(r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$", views.password_reset_from_key,
            name="account_reset_password_from_key"),
    path("password/reset/key/done/", views.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("confirm-email/", views.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", views.confirm_email, name="account_confirm_email"),
    path("signup/", views.signup, name="account_signup"),
    path("factor/ask/", factor.authenticate, name="mfa_authenticate"),
    path("factor/again/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("passkey/sign-in/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path("passkey/again/", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
]
urlpatterns = DOORS
