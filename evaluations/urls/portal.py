"""The provider's applications."""
from django.urls import path

from evaluations.views import answer, company, documents, handing_in, library, portal, portal_files, report, uploads

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
    path("portal/evidence/<uuid:public_id>/", portal_files.evidence, name="portal_evidence"),
    path("portal/applications/<uuid:public_id>/documents/", documents.documents, name="portal_documents"),
    path("portal/<uuid:public_id>/library/", library.library, name="portal_library"),
    path("portal/library/<uuid:public_id>/", library.library_document, name="portal_library_document"),
    path("portal/library/<uuid:public_id>/replace/", library.replace_document, name="portal_replace_document"),
    path("portal/library/<uuid:public_id>/remove/", library.remove_document, name="portal_remove_document"),
    path("portal/uploads/", uploads.begin_upload, name="portal_begin_upload"),
    path("portal/uploads/<uuid:public_id>/", uploads.upload, name="portal_upload"),
    path("portal/uploads/<uuid:public_id>/parts/", uploads.upload_part, name="portal_upload_part"),
    path("portal/uploads/<uuid:public_id>/finish/", uploads.finish_upload, name="portal_finish_upload"),
    path("portal/uploads/<uuid:public_id>/discard/", uploads.discard_upload, name="portal_discard_upload"),
    path("portal/sealed-files/<uuid:public_id>/", portal_files.sealed_file, name="portal_sealed_file"),
]
