"""The mapping from the edition before: proposed with the draft, kept in step while it is written, looked through before it is published."""
from django.db import transaction
from django.utils.translation import gettext as _

from certification.models import FrameworkVersion, IndicatorMapping
from certification.permissions import can_draft_framework
from certification.wording import proposed_pairs, with_kinds
from certification.workflow.framework_content import refuse_published
from core import clock
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def propose_mapping(version, *, actor):
    """By text and code, from the edition that is in force now; what was corrected before is gone."""
    version = lock(version)
    require(can_draft_framework(actor))
    refuse_published(version)
    map_anew(version)
    record("framework.mapping_proposed", version, actor=actor, follows=version.follows_id)
    return version


@transaction.atomic
def settle_mapping(version, pairs, *, actor):
    """Staff have looked through it: `pairs` are (code before, code now). Whatever is in no pair came or went."""
    version = lock(version)
    require(can_draft_framework(actor))
    refuse_published(version)
    refuse_if(version.follows_id is None, _("This is the first edition: there is none before it."))
    _refuse_stale(version)
    old, new = _by_code(version.follows), _by_code(version)
    for before, now in pairs:
        refuse_if(before not in old, _("There is no indicator %(code)s in the edition before."), field=now, code=before)
        refuse_if(now not in new, _("There is no indicator %(code)s in this edition."), code=now)
    _write(version, [(old[before], new[now]) for before, now in dict.fromkeys(pairs)])
    version.mapped_at = clock.now()
    version.save(update_fields=["mapped_at"])
    record("framework.mapping_settled", version, actor=actor, pairs=len(pairs), follows=version.follows_id)
    return version


def in_force(framework):
    """The edition published last, or None."""
    published = FrameworkVersion.everything.filter(framework=framework, published_at__isnull=False)
    return published.order_by("-published_at", "-pk").first()


def map_anew(version):
    """Proposed from the edition in force. Part of a write that holds the version."""
    version.follows, version.mapped_at = in_force(version.framework), None
    version.save(update_fields=["follows", "mapped_at"])
    if version.follows:
        _write(version, proposed_pairs(list(version.follows.indicators.all()), list(version.indicators.all())))


def map_again(version, *, came_or_went):
    """After a row was written: the pairs stay, what they mean follows the texts. Part of a write that holds the version."""
    if version.follows_id is None:
        return
    _write(version, [(row.old, row.new) for row in version.mappings.select_related("old", "new") if row.old and row.new])
    if came_or_went and version.mapped_at:
        version.mapped_at = None
        version.save(update_fields=["mapped_at"])


def refuse_unmapped(version):
    """Without the mapping nobody could say next year whether an indicator is met more often than before."""
    if in_force(version.framework) is None:
        return
    _refuse_stale(version)
    refuse_if(version.mapped_at is None, _("Look through the mapping from the edition before and keep it; then publish."))


def _refuse_stale(version):
    refuse_if(in_force(version.framework) != version.follows,
              _("Another edition was published after this draft was begun. Let the mapping be proposed again."))


def _by_code(version):
    return {indicator.code: indicator for indicator in version.indicators.all()}


def _write(version, pairs):
    """All of it anew."""
    version.mappings.all().delete()
    old, new = list(version.follows.indicators.all()), list(version.indicators.all())
    IndicatorMapping.everything.bulk_create(
        IndicatorMapping(version=version, old=before, new=now, kind=kind) for before, now, kind in with_kinds(pairs, old, new))
