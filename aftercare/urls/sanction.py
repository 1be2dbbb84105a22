"""Sanctions for the provider and for who handles one; their files and letters."""
from django.urls import path

from aftercare.views import sanction as views

urlpatterns = [
    path("portal/sanctions/", views.portal_sanctions, name="portal_sanctions"),
    path("portal/sanctions/<uuid:public_id>/", views.portal_sanction, name="portal_sanction"),
    path("portal/sanctions/<uuid:public_id>/statement/", views.statement, {"kind": "opinion"}, name="portal_sanction_statement"),
    path("portal/sanctions/<uuid:public_id>/urgent/", views.statement, {"kind": "urgent"}, name="portal_sanction_urgent"),
    path("portal/sanctions/<uuid:public_id>/appeal/", views.statement, {"kind": "appeal"}, name="portal_sanction_appeal"),
    path("portal/sanctions/<uuid:public_id>/order/", views.statement, {"kind": "order"}, name="portal_sanction_order"),
    path("portal/sanctions/<uuid:public_id>/withdraw/", views.withdraw, name="portal_withdraw_sanction_appeal"),
    path("portal/sanctions/files/<uuid:public_id>/remove/", views.remove_file, name="portal_remove_statement_file"),
    path("sanctions/files/<uuid:public_id>/", views.sanction_file, name="sanction_file"),
    path("sanctions/letters/<uuid:public_id>.pdf", views.sanction_letter, name="sanction_letter"),
    path("assess/sanctions/declarations/<uuid:public_id>/", views.declaration, name="sanction_declaration"),
    path("assess/sanctions/<uuid:public_id>/", views.handle, name="handle_sanction"),
]
