"""On the national site, below /accounts/."""
from django.urls import path

from accounts import views

urlpatterns = [
    path("about-you/", views.about_you, name="about_you"),
    path("start/", views.after_sign_in, name="after_sign_in"),
]
