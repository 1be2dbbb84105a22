"""The portal: a provider's own pages."""
from django.urls import path

from providers import views

urlpatterns = [
    path("", views.portal, name="portal"),
    path("register/", views.register, name="portal_register"),
    path("<uuid:public_id>/", views.provider_page, name="portal_provider"),
    path("<uuid:public_id>/correct/", views.correct, name="portal_correct"),
    path("<uuid:public_id>/register-again/", views.ask_again, name="portal_register_again"),
    path("<uuid:public_id>/sites/add/", views.site_to_add, name="portal_add_site"),
    path("<uuid:public_id>/documents/add/", views.document_to_add, name="portal_add_document"),
    path("sites/<uuid:public_id>/", views.site, name="portal_site"),
    path("sites/<uuid:public_id>/remove/", views.site_to_remove, name="portal_remove_site"),
    path("sites/<uuid:public_id>/offerings/add/", views.offering_to_add, name="portal_add_offering"),
    path("offerings/<uuid:public_id>/", views.offering, name="portal_offering"),
    path("documents/<uuid:public_id>/", views.document, name="portal_document"),
    path("join/", views.join, name="portal_join"),
    path("invitation/<str:token>/", views.colleague_invitation, name="portal_invitation"),
    path("<uuid:public_id>/people/", views.people, name="portal_people"),
    path("<uuid:public_id>/leave/", views.leave, name="portal_leave"),
    path("people/<uuid:public_id>/", views.person, name="portal_person"),
    path("people/<uuid:public_id>/end/", views.person_to_end, name="portal_end_person"),
    path("people/<uuid:public_id>/hand-over/", views.person_to_hand_to, name="portal_hand_over"),
    path("people/invitations/<uuid:public_id>/withdraw/", views.invitation_to_withdraw, name="portal_withdraw_invitation"),
    path("people/requests/<uuid:public_id>/accept/", views.join_to_accept, name="portal_accept_join"),
    path("people/requests/<uuid:public_id>/decline/", views.join_to_decline, name="portal_decline_join"),
]
