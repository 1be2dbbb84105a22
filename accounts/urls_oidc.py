"""On the national site, below /accounts/oidc/, if a provider is set: one address to register there for all agencies."""
from django.urls import path

from accounts import views

urlpatterns = [
    path("login/", views.oidc_login, name="openid_connect_login"),
    path("login/callback/", views.oidc_callback, name="openid_connect_callback"),
]
