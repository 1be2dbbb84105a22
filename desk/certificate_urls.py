"""Certificates at the desk: taken in by desk/urls.py."""
from django.urls import path

from desk.views import ceremony, plaque
from desk.views import certificate as one
from desk.views import certificate_versions as versions

urlpatterns = [
    path("certificates/", one.certificates, name="desk_certificates"),
    path("certificates/certificates.xlsx", one.certificates_xlsx, name="desk_certificates_xlsx"),
    path("certificates/certificates.csv", one.certificates_csv, name="desk_certificates_csv"),
    path("certificates/<uuid:public_id>/", one.certificate, name="desk_certificate"),
    path("certificates/<uuid:public_id>/reinstate/", one.reinstate_certificate, name="desk_reinstate_certificate"),
    path("certificates/<uuid:public_id>/prolong/", one.prolong_certificate, name="desk_prolong_certificate"),
    path("certificates/surrenders/<uuid:public_id>/confirm/", one.confirm_surrender, name="desk_confirm_surrender"),
    path("certificates/surrenders/<uuid:public_id>/decline/", one.decline_surrender, name="desk_decline_surrender"),
    path("certificates/<uuid:public_id>/reissue/", versions.reissue_certificate, name="desk_reissue_certificate"),
    path("certificates/<uuid:public_id>/correct/", versions.correct_certificate, name="desk_correct_certificate"),
    path("certificates/corrections/<uuid:public_id>/", versions.correction, name="desk_correction"),
    path("certificates/corrections/<uuid:public_id>/release/", versions.release_correction, name="desk_release_correction"),
    path("certificates/corrections/<uuid:public_id>/approve/", versions.approve_correction, name="desk_approve_correction"),
    path("certificates/corrections/<uuid:public_id>/send-back/", versions.send_back_correction, name="desk_send_back_correction"),
    path("certificates/corrections/<uuid:public_id>/drop/", versions.drop_correction, name="desk_drop_correction"),
    path("plaques/", plaque.plaques, name="desk_plaques"),
    path("plaques/order/", plaque.send_to_maker, name="desk_send_to_maker"),
    path("plaques/prints/<uuid:public_id>/list.xlsx", plaque.maker_list, name="desk_maker_list"),
    path("plaques/prints/<uuid:public_id>.pdf", plaque.print_batch, name="desk_print_batch"),
    path("plaques/<uuid:public_id>/", plaque.plaque, name="desk_plaque"),
    path("plaques/<uuid:public_id>/made/", plaque.note_made, name="desk_plaque_made"),
    path("plaques/<uuid:public_id>/hand-over/", plaque.hand_over_plaque, name="desk_hand_over_plaque"),
    path("plaques/<uuid:public_id>/returned/", plaque.note_returned, name="desk_plaque_returned"),
    path("plaques/<uuid:public_id>/cancel/", plaque.cancel_plaque, name="desk_cancel_plaque"),
    path("ceremonies/", ceremony.ceremonies, name="desk_ceremonies"),
    path("ceremonies/rounds/<uuid:public_id>/new/", ceremony.plan_ceremony, name="desk_plan_ceremony"),
    path("ceremonies/<uuid:public_id>/", ceremony.ceremony, name="desk_ceremony"),
    path("ceremonies/<uuid:public_id>/change/", ceremony.change_ceremony, name="desk_change_ceremony"),
    path("ceremonies/<uuid:public_id>/call-off/", ceremony.call_off_ceremony, name="desk_call_off_ceremony"),
    path("ceremonies/<uuid:public_id>/invite/", ceremony.invite_guests, name="desk_invite_guests"),
    path("ceremonies/<uuid:public_id>/guests/", ceremony.add_guest, name="desk_add_guest"),
    path("ceremonies/<uuid:public_id>/door/", ceremony.door, name="desk_ceremony_door"),
    path("ceremonies/<uuid:public_id>/prints/", ceremony.ask_for_prints, name="desk_ask_for_prints"),
    path("ceremonies/guests/<uuid:public_id>/", ceremony.guest, name="desk_guest"),
    path("ceremonies/guests/<uuid:public_id>/remove/", ceremony.remove_guest, name="desk_remove_guest"),
    path("ceremonies/guests/<uuid:public_id>/came/", ceremony.note_guest_came, name="desk_guest_came"),
]
