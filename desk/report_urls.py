"""Performance reports and consulting: the agency's own side, and what Central sees of it. Mounted under management/."""
from django.urls import path

from desk.views import agency_consulting as consulting
from desk.views import performance_approval as approval
from desk.views import performance_report as own
from desk.views import received_report as received

urlpatterns = [
    path("report/", own.performance_reports, name="performance_reports"),
    path("report/<uuid:public_id>/", own.performance_report, name="performance_report"),
    path("report/entries/<uuid:public_id>/", own.performance_entry, name="performance_entry"),
    path("report/files/<uuid:public_id>/", own.performance_file, name="performance_file"),
    path("report/<uuid:public_id>/report.json", own.performance_canonical, name="performance_canonical"),
    path("report/<uuid:public_id>/receipt.pdf", own.performance_receipt, name="performance_receipt"),
    path("report/<uuid:public_id>/give/", approval.give_to_approve, name="give_performance_report"),
    path("report/<uuid:public_id>/release/", approval.release_report, name="release_performance_report"),
    path("report/<uuid:public_id>/hand-in/", approval.hand_in_report, name="hand_in_performance_report"),
    path("report/<uuid:public_id>/send-back/", approval.send_report_back, name="send_back_performance_report"),
    path("reports/", received.received_reports, name="received_reports"),
    path("reports/years/<uuid:public_id>/remind/", received.remind_agencies, name="remind_agencies"),
    path("reports/<uuid:public_id>/", received.received_report, name="received_report"),
    path("reports/entries/<uuid:public_id>/", received.received_entry, name="received_entry"),
    path("reports/files/<uuid:public_id>/", received.received_file, name="received_file"),
    path("consulting/", consulting.agency_consultings, name="agency_consultings"),
    path("consulting/years/<uuid:public_id>/ask/", consulting.ask_consulting, name="ask_agency_consulting"),
    path("consulting/<uuid:public_id>/", consulting.agency_consulting, name="agency_consulting"),
    path("consulting/<uuid:public_id>/withdraw/", consulting.withdraw_consulting, name="withdraw_agency_consulting"),
    path("consulting/<uuid:public_id>/accept/", consulting.accept_consulting, name="accept_agency_consulting"),
    path("consulting/<uuid:public_id>/decline/", consulting.decline_consulting, name="decline_agency_consulting"),
    path("consulting/<uuid:public_id>/record/", consulting.record_consulting, name="record_agency_consulting"),
]
