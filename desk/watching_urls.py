"""Self-inspections, monitoring visits and corrective actions at the desk: taken in by desk/urls.py."""
from django.urls import path

from desk.views import corrective, inspection, monitoring

urlpatterns = [
    path("inspections/", inspection.inspections, name="desk_inspections"),
    path("inspections/<uuid:public_id>/", inspection.inspection, name="desk_inspection"),
    path("inspections/<uuid:public_id>/seen/", inspection.note_seen, name="desk_inspection_seen"),
    path("inspections/<uuid:public_id>/return/", inspection.return_inspection, name="desk_return_inspection"),
    path("monitoring/", monitoring.monitorings, name="desk_monitorings"),
    path("monitoring/whom/", monitoring.risks, name="desk_risks"),
    path("monitoring/certificates/<uuid:public_id>/", monitoring.demand_visit, name="desk_demand_visit"),
    path("monitoring/duties/<uuid:public_id>/", monitoring.plan_monitoring, name="desk_plan_monitoring"),
    path("monitoring/<uuid:public_id>/", monitoring.monitoring, name="desk_monitoring"),
    path("monitoring/<uuid:public_id>/move/", monitoring.move_monitoring, name="desk_move_monitoring"),
    path("monitoring/<uuid:public_id>/call-off/", monitoring.call_off_monitoring, name="desk_call_off_monitoring"),
    path("monitoring/<uuid:public_id>/assessors/", monitoring.add_assessor, name="desk_add_to_monitoring"),
    path("monitoring/assessors/<uuid:public_id>/leave/", monitoring.end_assessor, name="desk_leave_monitoring"),
    path("corrections/", corrective.corrections, name="desk_correctives"),
    path("corrections/<uuid:public_id>/", corrective.correction, name="desk_corrective"),
    path("corrections/<uuid:public_id>/answer/", corrective.answer_correction, name="desk_answer_corrective"),
    path("corrections/<uuid:public_id>/effect/", corrective.note_effect, name="desk_corrective_effect"),
    path("corrections/<uuid:public_id>/drop/", corrective.drop_correction, name="desk_drop_corrective"),
]
