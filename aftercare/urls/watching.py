"""Self-inspections, monitoring visits and corrective actions: the provider's pages, and those of who goes there."""
from django.urls import path

from aftercare.views import correction, inspection, monitoring, watching

urlpatterns = [
    path("portal/watching/", watching.watched, name="portal_watched"),
    path("portal/inspections/<uuid:public_id>/", inspection.inspection, name="portal_inspection"),
    path("portal/inspections/<uuid:public_id>/begin/", inspection.begin, name="portal_begin_inspection"),
    path("portal/inspections/<uuid:public_id>/hand-in/", inspection.hand_in, name="portal_hand_in_inspection"),
    path("portal/inspections/rows/<uuid:public_id>/", inspection.row, name="portal_inspection_row"),
    path("portal/inspections/files/<uuid:public_id>/", inspection.inspection_file, name="inspection_file"),
    path("portal/monitoring/<uuid:public_id>/", watching.monitoring, name="portal_monitoring"),
    path("portal/inspections/receipts/<uuid:public_id>/", inspection.receipt, name="portal_inspection_receipt"),
    path("portal/corrections/<uuid:public_id>/", correction.correction, name="portal_correction"),
    path("portal/corrections/<uuid:public_id>/write/", correction.write, name="portal_write_correction"),
    path("portal/corrections/<uuid:public_id>/hand-in/", correction.hand_in, name="portal_hand_in_correction"),
    path("portal/corrections/files/<uuid:public_id>/", correction.correction_file, name="correction_file"),
    path("assess/monitoring/<uuid:public_id>/", monitoring.to_assess, name="assess_monitoring"),
    path("assess/monitoring/declarations/<uuid:public_id>/", monitoring.declaration, name="monitoring_declaration"),
]
