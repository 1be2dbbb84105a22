"""Consulting of an agency: asked for, agreed upon or declined, held and written down. Each side's job tells its people."""
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from agencies.ledger import AGENCY, agency_subject
from agencies.models import Consulting, Report
from agencies.permissions import can_answer_consulting, can_ask_consulting, can_follow_evaluations
from agencies.queries.consulting import consultants_here
from agencies.queries.published import is_published
from agencies.stages import ConsultingStage, ReportStage
from core import clock
from core.errors import Refused
from core.wording import day_in_words
from core.workflow import lock, move, record, refuse_if, require
from correspondence.workflow import notify
from panels.models import Involvement
from panels.workflow import keep_involvement

PAGE = "agency_consulting"
TO_CENTRAL = (ConsultingStage.ASKED, ConsultingStage.WITHDRAWN)     # what the agency did; the rest Central did


@transaction.atomic
def ask_consulting(participation, *, about, wished, actor, kind=Consulting.Kind.PRE):
    """The agency asks for consulting. Before the report is handed in, or on its result; one of a kind at a time."""
    require(can_ask_consulting(actor))
    handed_in = Report.everything.filter(participation=participation, stage=ReportStage.SUBMITTED).exists()
    refuse_if(kind == Consulting.Kind.PRE and handed_in, _("The report is handed in already: pre-consulting is for the time before."))
    refuse_if(kind == Consulting.Kind.FOLLOW_UP and not is_published(participation.year),
              _("Follow-up consulting begins once the results of the year are published."))
    refuse_if(not about.strip(), _("Write what it is about."), field="about")
    days = sorted(set(wished))
    refuse_if(not days, _("Name at least one day that suits you."), field="wished_1")
    refuse_if(days[0] < clock.today(), _("This day is over already."), field="wished_1")
    try:
        with transaction.atomic():
            made = Consulting.everything.create(
                central_id=participation.agency_id, participation=participation, year=participation.year, kind=kind,
                about=about.strip(), wished=[day.isoformat() for day in wished], asked_at=clock.now(), asked_by=actor.user,
                told_at=clock.now())
    except IntegrityError as failure:
        if failure.__cause__.diag.constraint_name != "one_open_consulting_of_a_kind":
            raise
        raise Refused(_("You have asked for consulting already, and it is not over yet.")) from None
    record("agency_consulting.asked", made, actor=actor, kind=kind, wished=made.wished)
    return made


@transaction.atomic
def withdraw_consulting(consulting, *, actor):
    """The agency no longer asks for it, as long as nothing is agreed upon."""
    consulting = lock(consulting)
    require(can_ask_consulting(actor))
    facts = move(consulting, ConsultingStage.WITHDRAWN)
    _to_be_told(consulting, "received_at")
    record("agency_consulting.withdrawn", consulting, actor=actor, **facts)
    return consulting


@transaction.atomic
def accept_consulting(consulting, *, on, consultant, actor):
    """A day and a consultant of Central's. From now on the consultant has had to do with the agency: the ledger says so."""
    consulting = lock(consulting)
    require(can_answer_consulting(actor))
    refuse_if(on < clock.today(), _("This day is over already."), field="on")
    refuse_if(not consultants_here().filter(pk=consultant.pk).exists(), _("This person does not consult here."), field="consultant")
    consulting.on, consulting.consultant, consulting.answered_at = on, consultant, clock.now()
    consulting.save(update_fields=["on", "consultant", "answered_at"])
    facts = move(consulting, ConsultingStage.ACCEPTED)
    _note_tie(consulting, on, actor)
    _to_be_told(consulting, "told_at")
    record("agency_consulting.accepted", consulting, actor=actor, on=on, consultant=consultant.pk, **facts)
    return consulting


@transaction.atomic
def decline_consulting(consulting, *, reason, actor):
    consulting = lock(consulting)
    require(can_answer_consulting(actor))
    refuse_if(not reason.strip(), _("Write the reason: the agency reads it."), field="reason")
    consulting.reason, consulting.answered_at = reason.strip(), clock.now()
    consulting.save(update_fields=["reason", "answered_at"])
    facts = move(consulting, ConsultingStage.DECLINED)
    _to_be_told(consulting, "told_at")
    record("agency_consulting.declined", consulting, actor=actor, **facts)
    return consulting


@transaction.atomic
def record_consulting(consulting, *, on, words, actor):
    """It was held on that day; what came of it both read."""
    consulting = lock(consulting)
    require(can_answer_consulting(actor))
    refuse_if(not words.strip(), _("Write what came of it."), field="words")
    refuse_if(on > clock.today(), _("This day is still to come: %(day)s."), field="on", day=day_in_words(on))
    consulting.on, consulting.record, consulting.recorded_at = on, words.strip(), clock.now()
    consulting.save(update_fields=["on", "record", "recorded_at"])
    facts = move(consulting, ConsultingStage.HELD)
    _note_tie(consulting, on, actor)
    _to_be_told(consulting, "told_at")
    record("agency_consulting.held", consulting, actor=actor, on=on, **facts)
    return consulting


def _note_tie(consulting, on, actor):
    """Who consulted an agency does not assess it: this is what the detection of conflicts reads."""
    keep_involvement(consulting.consultant.person, subject_type=AGENCY, subject=agency_subject(consulting.agency),
                     kind=Involvement.Kind.CONSULTED, actor=actor, from_on=on, to_on=on, matter=consulting.public_id,
                     label=str(consulting.agency.name_ko)[:80])


def _to_be_told(consulting, moment):
    setattr(consulting, moment, None)
    consulting.save(update_fields=[moment])


@transaction.atomic
def tell_of_consulting(consulting, moment, *, actor):
    """What the other side did is told here. `moment`: `received_at` at Central, `told_at` at the agency. Twice is once."""
    require(can_follow_evaluations(actor))
    consulting = lock(consulting)
    if getattr(consulting, moment):
        return False
    if (consulting.stage in TO_CENTRAL) == (moment == "received_at"):       # else it went on meanwhile, and nothing waits for them
        notify(f"agency_consulting.{consulting.stage}", consulting, actor=actor, link=(PAGE, consulting.public_id))
    setattr(consulting, moment, clock.now())
    consulting.save(update_fields=[moment])
    return True
