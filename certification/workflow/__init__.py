"""Every write about certification that a person would name."""
from certification.workflow.framework import draft_version, found_framework, publish_version, redraft_version
from certification.workflow.round import announce_round, change_round, draft_round, extend_round

__all__ = [
    "announce_round", "change_round", "draft_round", "draft_version", "extend_round", "found_framework", "publish_version",
    "redraft_version",
]
