"""Under an agency, below /accounts/: oneself, an invitation's link, the people and the settings of the agency."""
from django.urls import path

from accounts import views

urlpatterns = [
    path("about-you/", views.about_you, name="about_you"),
    path("start/", views.after_sign_in, name="after_sign_in"),
    path("invitation/<str:token>/", views.invitation, name="invitation"),
    path("people/", views.people, name="people"),
    path("people/ended/", views.ended_roles, name="ended_roles"),
    path("people/<uuid:public_id>/role/", views.add_role, name="add_role"),
    path("people/<uuid:public_id>/end/", views.end_role, name="end_role"),
    path("people/invitations/<uuid:public_id>/withdraw/", views.withdraw_invitation, name="withdraw_invitation"),
    path("cover/", views.covers, name="covers"),
    path("cover/stop/", views.stop_acting, name="stop_acting"),
    path("cover/<uuid:public_id>/end/", views.end_cover, name="end_cover"),
    path("cover/<uuid:public_id>/act/", views.act_for, name="act_for"),
    path("settings/", views.agency_settings, name="agency_settings"),
    path("settings/emblems/", views.agency_emblems, name="agency_emblems"),
    path("emblem/<str:kind>/", views.emblem, name="emblem"),
]
