"""What citizens and providers read of the scheme at an agency: the register, rounds, the framework."""
from django.urls import path

from certification import views

urlpatterns = [
    path("register/", views.register, name="register"),
    path("register/statistics/", views.register_statistics, name="register_statistics"),
    path("register/<str:number>/", views.register_entry, name="register_entry"),
    path("register/<str:number>/certificate.pdf", views.register_document, name="register_document"),
    path("portal/certificates/", views.portal_certificates, name="portal_certificates"),
    path("portal/certificates/<uuid:public_id>/", views.portal_certificate, name="portal_certificate"),
    path("portal/certificates/documents/<uuid:public_id>/", views.portal_certificate_document, name="portal_certificate_document"),
    path("framework/", views.framework, name="framework"),
    path("framework/<uuid:public_id>/", views.framework_version, name="framework_version"),
    path("framework/<uuid:public_id>/difference/", views.framework_difference, name="framework_difference"),
    path("framework/<uuid:public_id>/criteria.pdf", views.framework_paper, name="framework_paper"),
    path("framework/<uuid:public_id>/told/", views.framework_told, name="framework_told"),
    path("rounds/", views.rounds, name="rounds"),
    path("rounds/<uuid:public_id>/", views.round_page, name="round"),
    path("rounds/<uuid:public_id>/press/", views.round_press, name="round_press"),
    path("rounds/attachments/<uuid:public_id>/", views.round_attachment, name="round_attachment"),
    path("rounds/briefings/<uuid:public_id>/", views.briefing_register, name="briefing_register"),
    path("rounds/briefings/<uuid:public_id>/received/", views.briefing_received, name="briefing_received"),
    path("rounds/briefings/<uuid:public_id>/briefing.ics", views.briefing_calendar, name="briefing_calendar"),
    path("rounds/materials/<uuid:public_id>/", views.briefing_material, name="briefing_material"),
    path("rounds/places/<str:token>/", views.briefing_place, name="briefing_place"),
]
