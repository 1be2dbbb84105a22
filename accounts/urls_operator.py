"""/operator/: agencies are opened and closed, accounts are closed."""
from django.urls import path

from accounts import views

urlpatterns = [
    path("", views.operator, name="operator"),
    path("open/", views.open_agency, name="open_agency"),
    path("<slug:slug>/close/", views.close_agency, name="close_agency"),
    path("accounts/", views.accounts_of_nation, name="accounts_of_nation"),
]
