"""Where a duty of each kind is fulfilled: names of URLs that take the duty's public id. A kind without a page has no button."""

PORTAL = {"self_inspection": "portal_inspection"}               # kind → the provider's page of it
DESK = {"monitoring_visit": "desk_plan_monitoring"}             # kind → the desk's
