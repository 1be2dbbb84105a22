"""An excellent case: published with the words it was judged by, and corrected so that everybody sees it."""
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from agencies.case_permissions import can_approve_choice, can_follow_cases, can_keep_calls
from agencies.models import CaseCorrection, GoodCase, GoodCasePicture, NominationPicture
from agencies.models.nomination import CASE_WORDS
from core import clock
from core.search import searchable, terms
from core.tenancy import current_agency
from core.workflow import lock, record, refuse_if, require


@transaction.atomic
def publish_case(row, call, *, actor):
    """Part of the decision: a copy of what was nominated, with the names of its agency, for everybody."""
    require(can_approve_choice(actor))
    case = GoodCase(call=call, nomination=row.public_id, from_agency=row.agency, agency_ko=row.agency.name_ko, agency_en=row.agency.name_en,
                    year=call.year, published_at=clock.now(), **{name: getattr(row, name) for name in CASE_WORDS})
    found_by(case)
    case.save()
    for one in NominationPicture.everything.filter(nomination=row).order_by("pk"):
        GoodCasePicture.everything.create(case=case, name=one.name, alternative=one.alternative, path=one.path, sha256=one.sha256,
                                          size=one.size, mime=one.mime, scan=one.scan)
    record("good_case.published", case, actor=actor, nomination=row.public_id, sha256=row.sha256)
    return case


def found_by(case):
    """What a search finds it by: every word anywhere; initial consonants and syllables that are being typed in title, field, agency."""
    case.terms = terms(case.title, case.theme_ko, case.theme_en, case.agency_ko, case.agency_en)
    case.found_by = searchable(case.title, case.theme_ko, case.theme_en, case.agency_ko, case.agency_en, case.summary, case.problem,
                               case.done, case.changed)


@transaction.atomic
def correct_case(case, *, part, text, reason, base_version, actor):
    """A slip is mended; what stood there, what stands there now and why are shown with the case."""
    case = lock(case)
    require(can_keep_calls(actor))
    refuse_if(case.version != base_version, _("Somebody else has changed this case meanwhile. Load the page again to see it."))
    refuse_if(part not in CaseCorrection.Part.values, _("This choice is not offered. Please choose again."), field="part")
    before, after = getattr(case, part), text.strip()
    refuse_if(not after, _("Write what shall stand there."), field="text")
    longest = GoodCase._meta.get_field(part).max_length
    refuse_if(longest and len(after) > longest, _("At most %(number)d characters fit there."), field="text", number=longest)
    refuse_if(not reason.strip(), _("Write the reason: everybody reads it."), field="reason")
    refuse_if(after == before, _("Nothing is different."), field="text")
    CaseCorrection.everything.create(case=case, part=part, before=before, after=after, reason=reason.strip(), at=clock.now(), by=actor.user)
    setattr(case, part, after)
    case.version += 1
    found_by(case)
    case.save(update_fields=[part, "version", "terms", "found_by"])
    record("good_case.corrected", case, actor=actor, part=part)
    renew_public_pages(current_agency())
    return case


@transaction.atomic
def note_published_scan(picture, *, actor):
    """At Central, by its job: the scan for malware of a nominated picture came after the case was published."""
    require(can_follow_cases(actor))
    given = NominationPicture.everything.filter(path=picture.path).exclude(scan=picture.scan).first()
    if given is None:
        return False
    GoodCasePicture.everything.filter(pk=picture.pk).update(scan=given.scan)
    return True
