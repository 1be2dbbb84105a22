"""Consultations: the provider's below /portal/, the consultant's below /consult/, and what the provider got."""
from django.urls import path

from aftercare.views import consult, consultation, incentive

urlpatterns = [
    path("portal/consulting/", consultation.consultations, name="portal_consulting"),
    path("portal/certificates/<uuid:public_id>/consulting/", consultation.ask, name="portal_ask_consulting"),
    path("portal/consulting/<uuid:public_id>/", consultation.consultation, name="portal_consultation"),
    path("portal/consulting/<uuid:public_id>/accept/", consultation.accept_offer, name="portal_accept_offer"),
    path("portal/consulting/<uuid:public_id>/decline/", consultation.decline_offer, name="portal_decline_offer"),
    path("portal/consulting/<uuid:public_id>/share/", consultation.share, name="portal_share"),
    path("portal/consulting/<uuid:public_id>/agree/", consultation.agree, name="portal_agree_consultant"),
    path("portal/consulting/<uuid:public_id>/object/", consultation.object_to, name="portal_object_to_consultant"),
    path("portal/consulting/<uuid:public_id>/call-off/", consultation.call_off, name="portal_call_off_consultation"),
    path("portal/consulting/<uuid:public_id>/rate/", consultation.rate, name="portal_rate_consultation"),
    path("consult/visits/<uuid:public_id>.ics", consultation.visit_calendar, name="consultation_calendar"),
    path("consult/files/<uuid:public_id>/", consultation.shared_file, name="consultation_file"),
    path("consult/", consult.home, name="consult_home"),
    path("consult/entry/", consult.entry, name="consult_entry"),
    path("consult/entry/active/", consult.set_active, name="consult_set_active"),
    path("consult/<uuid:public_id>/", consult.case, name="consult_case"),
    path("consult/<uuid:public_id>/accept/", consult.accept, name="consult_accept"),
    path("consult/<uuid:public_id>/decline/", consult.decline, name="consult_decline"),
    path("consult/<uuid:public_id>/visits/", consult.set_visit, name="consult_set_visit"),
    path("consult/visits/<uuid:public_id>/move/", consult.move_visit, name="consult_move_visit"),
    path("consult/visits/<uuid:public_id>/drop/", consult.drop_visit, name="consult_drop_visit"),
    path("consult/visits/<uuid:public_id>/done/", consult.visit_done, name="consult_visit_done"),
    path("consult/<uuid:public_id>/report/", consult.report, name="consult_report"),
    path("portal/benefits/", incentive.benefits, name="portal_benefits"),
    path("portal/certificates/<uuid:public_id>/nominate/", incentive.nominate, name="portal_nominate"),
    path("portal/nominations/<uuid:public_id>/consent/", incentive.consent, name="portal_nomination_consent"),
    path("portal/nominations/files/<uuid:public_id>/", incentive.nomination_file, name="nomination_file"),
]
