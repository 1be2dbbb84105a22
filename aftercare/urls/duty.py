"""A provider's duties and their calendar."""
from django.urls import path

from aftercare.views import duty as views

urlpatterns = [
    path("portal/duties/", views.portal_duties, name="portal_duties"),
    path("portal/duties/<uuid:public_id>/calendar/", views.portal_renew_duty_feed, name="portal_renew_duty_feed"),
    path("portal/duties/<uuid:public_id>/calendar/end/", views.portal_end_duty_feed, name="portal_end_duty_feed"),
    path("duties/<str:token>/duties.ics", views.duty_feed, name="duty_feed"),
]
