"""The framework: founded once, written edition by edition, each published for good."""
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.workflow import renew_public_pages
from certification.content import problems_of
from certification.models import Framework, FrameworkVersion, Issuer, Round
from certification.permissions import can_draft_framework, can_publish_framework
from certification.queries.edition import content_of, rows_of
from certification.workflow.framework_content import refuse_published, refuse_unclean, renew_if_shown, write_rows
from certification.workflow.mapping import in_force, map_anew, refuse_unmapped
from core import clock
from core.tenancy import current_agency, current_agency_id
from core.workflow import lock, record, refuse_if, require

TOLD_AT_ONCE = 5        # problems of a file: enough to see what kind of mistake it is


@transaction.atomic
def found_framework(facts, issuers, *, actor):
    """The standing thing: its names, how certificates are numbered, how long they hold, and who issues them, in this order."""
    require(can_publish_framework(actor))
    refuse_if(not issuers, _("Name at least one issuer: the certificate is signed by somebody."))
    framework = Framework(**facts)
    refuse_unclean(framework)
    framework.save()
    for position, issuer in enumerate(issuers, start=1):
        Issuer.objects.create(framework=framework, position=position, **issuer)
    record("framework.founded", framework, actor=actor, number_key=framework.number_key, issuers=len(issuers))
    return framework


@transaction.atomic
def draft_version(framework, content, *, label_ko, label_en, is_sample, actor):
    """A new edition, seen by nobody outside until it is published. `content` as in certification/reference/sample_framework.json."""
    framework = lock(framework)
    require(can_draft_framework(actor))
    _refuse_problems(content)
    version = _begin(framework, label_ko, label_en, is_sample)
    write_rows(version, content)
    map_anew(version)
    record("framework.version_drafted", version, actor=actor, number=version.number, indicators=len(content.get("indicators", [])))
    return version


@transaction.atomic
def copy_version(source, *, label_ko, label_en, actor):
    """A new edition that begins as another one stands, published or not; what is missing there is missing here."""
    framework = lock(source.framework)
    require(can_draft_framework(actor))
    version = _begin(framework, label_ko, label_en, source.is_sample)
    content = content_of(rows_of(actor, source))
    write_rows(version, content)
    map_anew(version)
    record("framework.version_copied", version, actor=actor, number=version.number, source=source.pk, indicators=len(content["indicators"]))
    return version


def _begin(framework, label_ko, label_en, is_sample):
    """The row of a new edition, under the framework's lock: the next number, after the edition in force."""
    editions = FrameworkVersion.everything.filter(framework=framework)
    last = editions.aggregate(last=Max("number"))["last"]
    version = FrameworkVersion(framework=framework, number=(last or 0) + 1, label_ko=label_ko, label_en=label_en, is_sample=is_sample,
                               drafted_at=clock.now(), follows=in_force(framework))
    refuse_unclean(version)
    version.save()
    return version


@transaction.atomic
def change_labels(version, *, label_ko, label_en, is_sample, actor):
    """What the edition is called, as long as it is a draft."""
    version = lock(version)
    require(can_draft_framework(actor))
    refuse_published(version)
    version.label_ko, version.label_en, version.is_sample = label_ko, label_en, is_sample
    refuse_unclean(version)
    version.save(update_fields=["label_ko", "label_en", "is_sample"])
    record("framework.version_labelled", version, actor=actor)
    renew_if_shown(version)
    return version


@transaction.atomic
def redraft_version(version, content, *, actor):
    """Write the whole content of a draft anew."""
    version = lock(version)
    require(can_draft_framework(actor))
    refuse_published(version)
    _refuse_problems(content)
    for parts in (version.mappings, version.indicators, version.criteria, version.areas):
        parts.all().delete()
    write_rows(version, content)
    map_anew(version)
    record("framework.version_redrafted", version, actor=actor, indicators=len(content.get("indicators", [])))
    renew_if_shown(version)
    return version


@transaction.atomic
def discard_version(version, *, actor):
    """A draft that will not be finished, away with its rows and its mapping. What providers were asked about stays to be looked up."""
    version = lock(version)
    require(can_draft_framework(actor))
    refuse_published(version)
    refuse_if(version.consulted_at, _("Providers were asked about this draft. What was asked stays on record, and so does the draft."))
    chosen = Round.everything.filter(version=version).first()
    refuse_if(chosen, _("“%(round)s” is drafted by this edition. Choose another edition for that round first."), round=chosen)
    facts = {"number": version.number, "label": version.label_ko, "indicators": version.indicators.count()}
    for parts in (version.mappings, version.indicators, version.criteria, version.areas):
        parts.all().delete()
    record("framework.version_discarded", version, actor=actor, **facts)
    version.delete()


@transaction.atomic
def publish_version(version, *, actor):
    """In force from now on, and never changed again: a mistake is told beside the text, a change is a new edition."""
    framework, version = lock(version.framework), lock(version)
    require(can_publish_framework(actor))
    refuse_published(version)
    refuse_if(not version.indicators.exists(), _("This edition has no indicator yet."))
    _refuse_problems(content_of(rows_of(actor, version)))
    refuse_unmapped(version)
    _refuse_key_of_others(framework)
    now = clock.now()
    if framework.published_at is None:
        framework.published_at = now
        framework.save(update_fields=["published_at"])
    version.published_at = now
    version.save(update_fields=["published_at"])
    record("framework.version_published", version, actor=actor, number=version.number)
    renew_public_pages(current_agency())
    return version


def _refuse_key_of_others(framework):
    """A certificate's key is looked up in the whole nation. Drafts of others are nobody's business; what they published is there to see."""
    elsewhere = Framework.everything.filter(number_key=framework.number_key, published_at__isnull=False)
    refuse_if(elsewhere.exclude(agency=current_agency_id()).exists(),
              _("Another agency numbers its certificates with the same key. Choose other letters for the key."))


def _refuse_problems(content):
    problems = problems_of(content)
    refuse_if(problems, " ".join(problems[:TOLD_AT_ONCE]))
