"""Duties of certified providers at the desk: taken in by desk/urls.py."""
from django.urls import path

from desk.views import duty, duty_plan

urlpatterns = [
    path("duties/", duty.duties, name="desk_duties"),
    path("duties/<uuid:public_id>/", duty.duty, name="desk_duty"),
    path("duties/<uuid:public_id>/move/", duty.move_duty, name="desk_move_duty"),
    path("duties/<uuid:public_id>/waive/", duty.waive_duty, name="desk_waive_duty"),
    path("certificates/<uuid:public_id>/duties/new/", duty.demand_duty, name="desk_demand_duty"),
    path("duties/plan/", duty_plan.plan, name="desk_duty_plan"),
    path("duties/plan/<uuid:public_id>/", duty_plan.rule, name="desk_duty_rule"),
]
