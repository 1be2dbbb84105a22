"""The provider's applications."""
from django.urls import path

from evaluations.views import answer, company, diagnosis, handing_in, portal, portal_files, report, taking_over, workbook

urlpatterns = [
    path("portal/applications/", portal.applications, name="portal_applications"),
    path("portal/rounds/<uuid:public_id>/apply/", portal.apply, name="portal_apply"),
    path("portal/applications/<uuid:public_id>/", portal.application, name="portal_application"),
    path("portal/answers/<uuid:public_id>/", answer.answer, name="portal_answer"),
    path("portal/answers/<uuid:public_id>/company/", company.company, name="portal_company"),
    path("portal/applications/<uuid:public_id>/pledge/", handing_in.pledge, name="portal_pledge"),
    path("portal/applications/<uuid:public_id>/preview/", handing_in.preview, name="portal_preview"),
    path("portal/applications/<uuid:public_id>/submit/", handing_in.submit, name="portal_submit"),
    path("portal/applications/<uuid:public_id>/withdraw/", handing_in.withdraw, name="portal_withdraw"),
    path("portal/applications/<uuid:public_id>/report/", report.report, name="portal_report"),
    path("portal/applications/<uuid:public_id>/report/confirm/", report.confirm, name="portal_confirm_report"),
    path("portal/applications/<uuid:public_id>/receipt/", portal_files.receipt, name="portal_receipt"),
    path("portal/letters/<uuid:public_id>/", portal_files.letter, name="portal_letter"),
    path("portal/diagnoses/", diagnosis.diagnoses, name="portal_diagnoses"),
    path("portal/providers/<uuid:public_id>/diagnose/", diagnosis.begin, name="portal_begin_diagnosis"),
    path("portal/diagnoses/<uuid:public_id>/", diagnosis.diagnosis, name="portal_diagnosis"),
    path("portal/diagnoses/<uuid:public_id>/file/", diagnosis.diagnosis_file, name="portal_diagnosis_file"),
    path("portal/diagnoses/<uuid:public_id>/delete/", diagnosis.delete, name="portal_delete_diagnosis"),
    path("portal/diagnosis-answers/<uuid:public_id>/", diagnosis.answer, name="portal_diagnosis_answer"),
    path("portal/applications/<uuid:public_id>/from-diagnosis/", taking_over.take_over, name="portal_take_over"),
    path("portal/applications/<uuid:public_id>/workbook/", workbook.workbook, name="portal_workbook"),
    path("portal/applications/<uuid:public_id>/workbook/file/", workbook.workbook_file, name="portal_workbook_file"),
    path("portal/workbooks/<uuid:public_id>/", workbook.workbook_run, name="portal_workbook_run"),
    path("portal/workbooks/<uuid:public_id>/carry-out/", workbook.carry_out, name="portal_carry_out_workbook"),
    path("portal/workbooks/<uuid:public_id>/drop/", workbook.drop, name="portal_drop_workbook"),
    path("portal/evidence/<uuid:public_id>/", portal_files.evidence, name="portal_evidence"),
    path("portal/sealed-files/<uuid:public_id>/", portal_files.sealed_file, name="portal_sealed_file"),
]
