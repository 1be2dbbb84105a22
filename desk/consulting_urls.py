"""Consulting and incentives at the desk: taken in by desk/urls.py."""
from django.urls import path

from desk.views import consulting, incentive

urlpatterns = [
    path("consultants/", consulting.consultants, name="desk_consultants"),
    path("consultants/<uuid:public_id>/", consulting.consultant, name="desk_consultant"),
    path("consultants/<uuid:public_id>/active/", consulting.set_active, name="desk_consultant_active"),
    path("consulting/", consulting.consultations, name="desk_consultations"),
    path("consulting/<uuid:public_id>/", consulting.consultation, name="desk_consultation"),
    path("consulting/<uuid:public_id>/choose/", consulting.choose, name="desk_choose_consultant"),
    path("consulting/<uuid:public_id>/take-back/", consulting.take_back, name="desk_take_back_asking"),
    path("consulting/<uuid:public_id>/agree/", consulting.agree, name="desk_agree_consultant"),
    path("consulting/<uuid:public_id>/call-off/", consulting.call_off, name="desk_call_off_consultation"),
    path("consulting/<uuid:public_id>/close/", consulting.close, name="desk_close_consultation"),
    path("certificates/<uuid:public_id>/consulting/", consulting.offer, name="desk_offer_consulting"),
    path("grants/", incentive.grants, name="desk_grants"),
    path("grants/grants.xlsx", incentive.export, name="desk_export_grants"),
    path("grants/<uuid:public_id>/strike/", incentive.strike, name="desk_strike_grant"),
    path("nominations/", incentive.nominations, name="desk_nominations"),
    path("nominations/<uuid:public_id>/", incentive.nomination, name="desk_nomination"),
    path("nominations/<uuid:public_id>/keep/", incentive.keep, name="desk_keep_nomination"),
    path("nominations/<uuid:public_id>/thank/", incentive.thank, name="desk_thank_nomination"),
    path("certificates/<uuid:public_id>/nominate/", incentive.nominate, name="desk_nominate"),
]
