"""The public page of an agency about itself: mounted under profile/."""
from django.urls import path

from agencies.views import profile

urlpatterns = [
    path("", profile.profile, name="agency_profile"),
    path("activities/", profile.activities, name="agency_activities"),
    path("activities/<uuid:public_id>/", profile.activity, name="agency_activity"),
    path("activities/photos/<uuid:public_id>/", profile.photo, name="agency_photo"),
]
