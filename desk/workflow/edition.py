"""An edition of the criteria is published with what becomes of the proposals accepted for it: their app lies above certification."""
from django.db import transaction

from agencies.workflow.proposal_task import refuse_unsettled, settle_published
from certification import workflow


@transaction.atomic
def publish_edition(version, *, actor):
    """Each accepted proposal is worked in or carried over before; what is worked in is in force from now on."""
    tasks = refuse_unsettled(version, actor=actor)
    published = workflow.publish_version(version, actor=actor)
    settle_published(published, tasks, actor=actor)
    return published
