"""The provider's applications."""
from django.urls import path

from evaluations.views import answer, company, handing_in, portal, portal_files, report, supplement

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
    path("portal/supplements/<uuid:public_id>/", supplement.supplement, name="portal_supplement"),
    path("portal/supplements/items/<uuid:public_id>/", supplement.supplement_item, name="portal_supplement_item"),
    path("portal/submissions/<uuid:public_id>/receipt/", portal_files.submission_receipt, name="portal_submission_receipt"),
    path("portal/submissions/<uuid:public_id>/submission.json", portal_files.canonical, name="portal_canonical"),
    path("portal/letters/<uuid:public_id>/", portal_files.letter, name="portal_letter"),
    path("portal/evidence/<uuid:public_id>/", portal_files.evidence, name="portal_evidence"),
    path("portal/sealed-files/<uuid:public_id>/", portal_files.sealed_file, name="portal_sealed_file"),
]
