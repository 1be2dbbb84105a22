"""The recorder: visits of the person who is signed in."""
from django.urls import path

from visits import views

urlpatterns = [
    path("", views.my_visits, name="my_visits"),
    path("<uuid:public_id>/", views.overview, name="visit"),
    path("<uuid:public_id>/begin/", views.begin, name="visit_begin"),
    path("<uuid:public_id>/closing/", views.closing, name="visit_closing"),
    path("<uuid:public_id>/lock/", views.to_lock, name="visit_lock"),
    path("<uuid:public_id>/end-early/", views.to_end_early, name="visit_end_early"),
    path("<uuid:public_id>/not-carried-out/", views.to_report, name="visit_not_carried_out"),
    path("items/<uuid:public_id>/", views.item_page, name="visit_item"),
    path("items/<uuid:public_id>/agree/", views.agree, name="visit_agree"),
    path("items/<uuid:public_id>/amend/", views.amend, name="visit_amend"),
    path("photos/<uuid:public_id>/", views.photo, name="visit_photo"),
    path("photos/<uuid:public_id>/remove/", views.photo_to_remove, name="visit_remove_photo"),
]
