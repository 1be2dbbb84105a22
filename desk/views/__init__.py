"""Pages that read across: the two front pages, the state of the system, providers at the desk, work that is stuck."""
from desk.views.case import case
from desk.views.health import healthz
from desk.views.provider import close, confirm, provider, providers, refuse
from desk.views.public import home, regions
from desk.views.stuck import again, stuck_work

__all__ = ["again", "case", "close", "confirm", "healthz", "home", "provider", "providers", "refuse", "regions", "stuck_work"]
