"""The management evaluation at the Central institute's desk: the sets of indicators, and who takes part."""
from django.urls import path

from desk.views import management_participation as participation
from desk.views import management_row as rows
from desk.views import management_set as sets

ROWS = [("fields", "field"), ("areas", "area"), ("indicators", "indicator")]

urlpatterns = [
    path("sets/", sets.management_sets, name="management_sets"),
    path("sets/new/", sets.new_set, name="management_new_set"),
    path("sets/<uuid:public_id>/", sets.management_set, name="management_set"),
    path("sets/<uuid:public_id>/rules/", sets.set_rules, name="management_rules"),
    path("sets/<uuid:public_id>/mapping/", sets.set_mapping, name="management_mapping"),
    path("sets/<uuid:public_id>/participation/", participation.participation, name="management_participation"),
    path("sets/<uuid:public_id>/freeze/", sets.freeze_set, name="management_freeze_set"),
    path("sets/<uuid:public_id>/discard/", sets.discard_set, name="management_discard_set"),
    path("sets/<uuid:public_id>/fields/add/", rows.add_field, name="management_add_field"),
    path("fields/<uuid:public_id>/areas/add/", rows.add_area, name="management_add_area"),
    path("areas/<uuid:public_id>/indicators/add/", rows.add_indicator, name="management_add_indicator"),
    path("participation/<uuid:public_id>/exempt/", participation.exempt, name="management_exempt"),
]
for _plural, _kind in ROWS:
    urlpatterns += [
        path(f"{_plural}/<uuid:public_id>/edit/", rows.set_row, {"kind": _kind}, name=f"management_{_kind}"),
        path(f"{_plural}/<uuid:public_id>/up/", rows.move_row, {"kind": _kind, "up": True}, name=f"management_{_kind}_up"),
        path(f"{_plural}/<uuid:public_id>/down/", rows.move_row, {"kind": _kind, "up": False}, name=f"management_{_kind}_down"),
        path(f"{_plural}/<uuid:public_id>/remove/", rows.remove_row, {"kind": _kind}, name=f"management_remove_{_kind}"),
    ]
