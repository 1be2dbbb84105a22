"""What citizens and providers read of the scheme at an agency: the register, rounds, the framework."""
from django.urls import path

from certification import views

urlpatterns: list = [
    path("framework/", views.framework, name="framework"),
    path("framework/<uuid:public_id>/", views.framework_version, name="framework_version"),
    path("rounds/", views.rounds, name="rounds"),
    path("rounds/<uuid:public_id>/", views.round_page, name="round"),
]
