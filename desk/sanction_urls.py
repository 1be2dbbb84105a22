"""Sanctions at the desk: taken in by desk/urls.py."""
from django.urls import path

from desk.views import sanction as one
from desk.views import sanction_basis as basis
from desk.views import sanction_decision as decision

urlpatterns = [
    path("sanctions/", one.sanctions, name="desk_sanctions"),
    path("sanctions/bases/<uuid:public_id>/", basis.bases, name="desk_sanction_bases"),
    path("certificates/<uuid:public_id>/sanction/", one.draft_sanction, name="desk_draft_sanction"),
    path("corrections/<uuid:public_id>/sanction/", one.draft_after_correction, name="desk_sanction_after_correction"),
    path("complaints/<uuid:public_id>/sanction/", one.draft_after_complaint, name="desk_sanction_after_complaint"),
    path("sanctions/<uuid:public_id>/", one.sanction, name="desk_sanction"),
    path("sanctions/<uuid:public_id>/change/", one.change_sanction, name="desk_change_sanction"),
    path("sanctions/<uuid:public_id>/files/", one.add_file, name="desk_add_sanction_file"),
    path("sanctions/files/<uuid:public_id>/remove/", one.remove_file, name="desk_remove_sanction_file"),
    path("sanctions/<uuid:public_id>/notice/", one.send_notice, name="desk_send_notice"),
    path("sanctions/<uuid:public_id>/at-once/", one.suspend_at_once, name="desk_suspend_at_once"),
    path("sanctions/<uuid:public_id>/hearing/", one.note_hearing, name="desk_note_hearing"),
    path("sanctions/<uuid:public_id>/hearing/move/", one.move_hearing, name="desk_move_hearing"),
    path("sanctions/<uuid:public_id>/drop/", one.drop_sanction, name="desk_drop_sanction"),
    path("sanctions/<uuid:public_id>/order/", one.note_order, name="desk_note_order"),
    path("sanctions/<uuid:public_id>/order/return/", one.return_order_report, name="desk_return_order_report"),
    path("sanctions/<uuid:public_id>/handlers/", decision.name_handlers, name="desk_name_sanction_handlers"),
    path("sanctions/handlers/<uuid:public_id>/end/", decision.end_handler, name="desk_end_sanction_handler"),
    path("sanctions/<uuid:public_id>/decision/", decision.draft_decision, name="desk_draft_decision"),
    path("sanctions/<uuid:public_id>/release/", decision.release_decision, name="desk_release_decision"),
    path("sanctions/<uuid:public_id>/assent/", decision.assent_decision, name="desk_assent_decision"),
    path("sanctions/<uuid:public_id>/approve/", decision.approve_decision, name="desk_approve_decision"),
    path("sanctions/<uuid:public_id>/send-back/", decision.send_back_decision, name="desk_send_back_decision"),
    path("sanctions/appeals/<uuid:public_id>/", decision.of_appeal, name="desk_sanction_of_appeal"),
    path("sanctions/appeals/<uuid:public_id>/answer/", decision.draft_answer, name="desk_draft_sanction_answer"),
    path("sanctions/appeals/<uuid:public_id>/extend/", decision.extend_answer, name="desk_extend_sanction_answer"),
    path("sanctions/appeals/<uuid:public_id>/release/", decision.release_answer, name="desk_release_sanction_answer"),
    path("sanctions/appeals/<uuid:public_id>/approve/", decision.approve_answer, name="desk_approve_sanction_answer"),
    path("sanctions/appeals/<uuid:public_id>/send-back/", decision.send_back_answer, name="desk_send_back_sanction_answer"),
]
