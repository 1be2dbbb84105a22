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
]
