"""What the house refuses about a sanction, each with its sentence: by the certificate, by days, by ground and kind."""
from datetime import timedelta

from django.utils.translation import gettext as _

from aftercare.models import Sanction
from aftercare.sanction_approvals import approval_of_decision
from aftercare.sanction_stages import UNDER_WAY, SanctionStage
from certification.models import Certificate
from certification.models.certificate import Ended
from core import calendar, clock
from core.calendar import months_before
from core.wording import day_in_words
from core.workflow import lock, move, refuse_if
from correspondence.events import find_kind
from correspondence.queries import closing_days
from panels.models import Approval

Kind, Ground = Sanction.Kind, Sanction.Ground
MONTHS, DAY = 6, timedelta(days=1)


def lock_sanction(sanction):
    """The certificate first, then what is said about it: (certificate, sanction)."""
    certificate = lock(Certificate.everything.get(pk=sanction.certificate_id))
    return certificate, lock(sanction)


def end_sanction(sanction, stage, reason):
    """It stands no more, for this reason. Returns the step for the record."""
    sanction.ended_at, sanction.ended_reason = clock.now(), reason.strip()
    sanction.save(update_fields=["ended_at", "ended_reason"])
    return move(sanction, stage)


def refuse_ended(certificate):
    """Nothing more is decided about what is no more."""
    refuse_if(certificate.ended_as == Ended.REVOKED, _("This certificate is revoked already."))
    refuse_if(certificate.valid_to < clock.today(), _("This certificate has expired meanwhile. The sanction can only be dropped."))
    refuse_if(certificate.is_past_sanction, _("This certificate has ended meanwhile. The sanction can only be dropped."))


def refuse_under_way(certificate):
    """Nobody gets out of a sanction by giving the certificate back, or by closing."""
    other = Sanction.everything.filter(certificate=certificate, stage__in=UNDER_WAY).first()
    refuse_if(other, _("A sanction about the certificate %(certificate)s is under way (%(number)s). It is decided or dropped first."),
              certificate=certificate.number_shown, number=other.number if other else "")


def refuse_another(certificate):
    """One is under way at a time."""
    other = Sanction.everything.filter(certificate=certificate, stage__in=UNDER_WAY).first()
    if other is None:
        return
    approval = approval_of_decision(other)
    taking = approval and approval.stage in (Approval.Stage.DRAFTED, Approval.Stage.RELEASED) and other.final_kind == Kind.REVOCATION
    refuse_if(taking or (other.stage == SanctionStage.DECIDED and other.final_kind == Kind.REVOCATION),
              _("A revocation of this certificate is being approved or waits for its day (%(number)s)."), number=other.number)
    refuse_if(True, _("Another sanction about this certificate is under way (%(number)s)."), number=other.number)


def refuse_unfitting(kind, ground, to_on, order):
    """Ground, kind and what a suspension needs."""
    refuse_if(ground == Ground.FALSEHOOD and kind != Kind.REVOCATION,
              _("What was certified by falsehood must be revoked. A suspension does not suffice."), field="kind")
    if kind == Kind.SUSPENSION:
        refuse_if(to_on is None, _("A suspension needs its last day."), field="to_on")
        refuse_if(not order.strip(), _("A suspension needs a corrective order: what has to be put right."), field="order")


def refuse_days(certificate, kind, from_on, to_on):
    """As a certificate and the rules allow."""
    refuse_if(from_on < certificate.valid_from, _("That day lies before the first day of the certificate."), field="from_on")
    refuse_if(from_on > certificate.valid_to, _("On that day the certificate has expired."), field="from_on")
    if kind != Kind.SUSPENSION:
        return
    refuse_if(to_on < from_on, _("The suspension ends before it begins."), field="to_on")
    refuse_if(months_before(to_on, MONTHS) >= from_on, _("A suspension lasts at most six months."), field="to_on")
    refuse_if(to_on > certificate.valid_to, _("On that day the certificate has expired. It ends on %(day)s."), field="to_on",
              day=day_in_words(certificate.valid_to))


def holds_at_once(certificate, sanction):
    """Whether it is this sanction's urgent suspension that the certificate's dates tell of: it holds, or was the last."""
    return sanction.urgent_to is not None and certificate.suspended_to == sanction.urgent_to


def refuse_suspended(certificate, sanction, kind, from_on, to_on):
    """A second suspension comes after the first. What was suspended at once goes on in it, and the six months begin with it."""
    if kind != Kind.SUSPENSION or certificate.suspended_from is None:
        return
    last, field = certificate.suspended_to, "final_from" if sanction.proposed_at else "from_on"
    if holds_at_once(certificate, sanction):
        goes_on = from_on <= last + DAY
        refuse_if(goes_on and months_before(to_on, MONTHS) >= certificate.suspended_from,
                  _("It is suspended since %(day)s. With that it lasts at most six months."), field="final_to",
                  day=day_in_words(certificate.suspended_from))
        return
    refuse_if(last is None, _("This certificate is suspended until further notice. Have that suspension lifted first."), field=field)
    refuse_if(last >= from_on, _("This certificate is suspended until %(day)s already. Another suspension begins after that day."),
              field=field, day=day_in_words(last))


def notice_until(today=None):
    """The last day of the notice period of a notice that goes out on this day; that day itself does not count."""
    kind = find_kind("sanction.hearing")
    return calendar.due_on(today or clock.today(), kind.days, kind.rule, closing_days())


def refuse_hearing(hearing_at, ends):
    """The provider has its days before the hearing. `ends`: the last day of the notice period."""
    day = clock.seoul(hearing_at).date()
    refuse_if(not calendar.is_working_day(day, closing_days()), _("That is no working day. Choose another day for the hearing."),
              field="hearing_at")
    refuse_if(day <= ends, _("The provider has at least ten days until the hearing: it can be held after %(day)s at the earliest."),
              field="hearing_at", day=day_in_words(ends))


def refuse_early(hearing_on, kind, from_on, to_on, ends, fields=("from_on", "to_on")):
    """The effect comes after the provider's days and after the hearing."""
    first, last = fields
    refuse_if(kind == Kind.SUSPENSION and to_on and to_on <= hearing_on,
              _("The suspension would be over before its hearing (%(day)s)."), field=last, day=day_in_words(hearing_on))
    refuse_if(from_on <= ends, _("It cannot take effect before the notice period ends (%(day)s)."), field=first, day=day_in_words(ends))
    refuse_if(from_on <= hearing_on, _("It cannot take effect before the hearing (%(day)s)."), field=first, day=day_in_words(hearing_on))


def refuse_heavier(sanction, kind, from_on, to_on):
    """What was decided is at most what the notice told: for anything else the provider has not been heard."""
    refuse_if(sanction.kind == Kind.SUSPENSION and kind == Kind.REVOCATION,
              _("The notice told of a suspension. A revocation needs a notice and a hearing of its own."), field="final_kind")
    refuse_if(from_on <= sanction.notice_until, _("It cannot take effect before the notice period ends (%(day)s)."), field="final_from",
              day=day_in_words(sanction.notice_until))
    if kind == sanction.kind == Kind.SUSPENSION:
        longer = (to_on - from_on) > (sanction.to_on - sanction.from_on)
        refuse_if(longer, _("The notice told of a shorter suspension. It cannot become longer."), field="final_to")
