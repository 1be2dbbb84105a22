"""Requests for project support at the desks of both houses: mounted under network/support/."""
from django.urls import path

from desk.views import support, support_decision, support_report

urlpatterns = [
    path("", support.requests, name="network_support"),
    path("new/", support.begin_request, name="network_begin_support"),
    path("<uuid:public_id>/", support.request_page, name="network_support_request"),
    path("<uuid:public_id>/change/", support.change_request, name="network_change_support"),
    path("<uuid:public_id>/papers/", support.attach_plan, name="network_attach_plan"),
    path("<uuid:public_id>/hand-in/", support.hand_in_request, name="network_hand_in_support"),
    path("<uuid:public_id>/withdraw/", support.withdraw_request, name="network_withdraw_support"),
    path("<uuid:public_id>/became/", support.tell_what_became, name="network_support_became"),
    path("papers/<uuid:public_id>/", support.plan_file, name="network_plan_file"),
    path("papers/<uuid:public_id>/remove/", support.remove_plan, name="network_remove_plan"),
    path("<uuid:public_id>/report/", support_report.write_report, name="network_support_report"),
    path("<uuid:public_id>/report/send/", support_report.send_report, name="network_send_support_report"),
    path("reports/papers/<uuid:public_id>/", support_report.report_file, name="network_report_file"),
    path("reports/papers/<uuid:public_id>/remove/", support_report.remove_from_report, name="network_remove_report_file"),
    path("<uuid:public_id>/decide/", support_decision.draft_decision, name="network_decide_support"),
    path("<uuid:public_id>/release/", support_decision.release_decision, name="network_release_support"),
    path("<uuid:public_id>/approve/", support_decision.approve_decision, name="network_approve_support"),
    path("<uuid:public_id>/send-back/", support_decision.send_decision_back, name="network_send_back_support"),
    path("<uuid:public_id>/answer/", support_decision.answer_report, name="network_answer_support"),
]
