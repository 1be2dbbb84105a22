"""Change reports of a provider."""
from django.urls import path

from aftercare.views import change

urlpatterns = [
    path("portal/changes/", change.changes, name="portal_changes"),
    path("portal/<uuid:public_id>/changes/new/", change.new_change, name="portal_new_change"),
    path("portal/changes/<uuid:public_id>/", change.change, name="portal_change"),
    path("portal/changes/<uuid:public_id>/withdraw/", change.withdraw_change, name="portal_withdraw_change"),
    path("portal/changes/<uuid:public_id>/answer/", change.answer_noticed, name="portal_answer_noticed"),
    path("portal/changes/<uuid:public_id>/confirm/", change.confirm_succession, name="portal_confirm_succession"),
    path("portal/changes/<uuid:public_id>/receipt/", change.change_receipt, name="portal_change_receipt"),
    path("portal/changes/<uuid:public_id>/letter/", change.change_letter, name="portal_change_letter"),
    path("portal/changes/files/<uuid:public_id>/", change.change_file, name="portal_change_file"),
]
