"""The job that draws the year's guide."""
from django.conf import settings
from django.utils import translation

from accounts.actors import Actor
from agencies.guide_paper import guide_pdf
from agencies.models import SetGuide
from agencies.queries import rows_of, tree_of
from agencies.workflow import keep_guide

MADE_BY = Actor.system("making the guide of the evaluation")


def make_guide(guide_id):
    """Draw it, keep it; once it is kept, nothing more happens."""
    guide = SetGuide.everything.select_related("indicator_set", "agency").get(pk=guide_id)
    if guide.made_at:
        return
    with translation.override(guide.language):
        content = guide_pdf(guide, tree_of(rows_of(MADE_BY, guide.indicator_set)), demo=settings.DEMO)
    keep_guide(guide, content, actor=MADE_BY)
