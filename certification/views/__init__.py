"""Public pages of certification at an agency."""
from certification.views.framework import framework, framework_version
from certification.views.round import round_page, rounds

__all__ = ["framework", "framework_version", "round_page", "rounds"]
