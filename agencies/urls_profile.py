"""The public page of an agency about itself: mounted under profile/."""
from django.urls import path

from agencies.views import profile

urlpatterns = [path("", profile.profile, name="agency_profile")]
