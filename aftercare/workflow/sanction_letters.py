"""The letters of a sanction in Korean and in English: the notice with the hearing, the decision with the ways to appeal, the answer."""
from django.utils.translation import gettext as _

from aftercare.models import Sanction
from aftercare.sanction_stages import OUTCOMES, SanctionAppealStage
from aftercare.workflow.letters import write_in_both
from core import clock
from core.calendar import years_less_a_day
from core.wording import day_in_words, moment_in_words

Kind = Sanction.Kind
BARRED_YEARS = 3


def paragraph(text, **how):
    return "paragraph", {"text": text, **how}


def table(rows):
    return "table", {"headers": [_("Item"), _("Contents")], "rows": rows, "widths": [28, 72]}


def barred_until(from_on):
    """The last day on which a provider may not apply after a revocation for falsehood."""
    return years_less_a_day(from_on, BARRED_YEARS)


def write_notice(sanction, *, actor):
    return _write(sanction, "sanction.notice", notice_letter, sanction, actor)


def write_moved(sanction, reason, *, actor):
    return _write(sanction, "sanction.hearing", lambda row: moved_letter(row, reason), sanction, actor)


def write_at_once(sanction, *, actor):
    return _write(sanction, "sanction.at_once", at_once_letter, sanction, actor)


def write_decision(sanction, appeal_until, *, actor):
    return _write(sanction, "sanction.decision", lambda row: decision_letter(row, appeal_until), sanction, actor)


def write_answer(appeal, *, actor):
    return _write(appeal, "sanction.answer", answer_letter, appeal.sanction, actor)


def _write(row, kind, compose, sanction, actor):
    """One of each language, each with its own document number."""
    certificate = sanction.certificate
    names = {"ko": certificate.provider_name, "en": certificate.provider_name_en or certificate.provider_name}
    return list(write_in_both(row, kind, lambda: compose(row), names, actor=actor).values())


def _about(sanction):
    certificate = sanction.certificate
    return [[_("Number of the sanction"), sanction.number], [_("Certificate number"), certificate.number_shown],
            [_("Service"), f"{certificate.service_type}, {certificate.site_name}"]]


def _why(sanction):
    return [[_("Ground"), str(sanction.get_ground_display())], *([[_("Legal basis"), sanction.basis_told]] if sanction.basis else []),
            [_("Facts"), sanction.facts]]


def _hearing(sanction):
    """When, where, and who conducts it: name and office."""
    return [[_("Day and time"), moment_in_words(sanction.hearing_at)], [_("Place"), sanction.hearing_place],
            *([[_("Conducted by"), sanction.conducted_by]] if sanction.chair else [])]


def measure(kind, from_on, to_on):
    """Suspension from … through …, or revocation from …."""
    if kind == Kind.SUSPENSION:
        return _("Suspension from %(first)s through %(last)s") % {"first": day_in_words(from_on), "last": day_in_words(to_on)}
    return _("Revocation from %(day)s on") % {"day": day_in_words(from_on)}


def notice_letter(sanction):
    """(title, blocks): what is proposed and why, the hearing, what the provider may do until then."""
    rows = [*_about(sanction), [_("Proposed sanction"), measure(sanction.kind, sanction.from_on, sanction.to_on)],
            *([[_("Proposed order"), sanction.order]] if sanction.order else []),
            *_why(sanction)]
    return _("Notice of a proposed sanction and of its hearing (%(number)s)") % {"number": sanction.number}, [
        paragraph(_("We propose the following about your quality certification. Nothing is decided yet: before that you are heard.")),
        table(rows), ("heading", {"text": _("Hearing")}), table(_hearing(sanction)),
        paragraph(_("You may come to the hearing in person or be represented, state your case and bring evidence and witnesses. You may "
                    "read the files of this matter until the hearing is over.")),
        paragraph(_("Instead of coming, or besides, you may hand in a written statement with documents on the site until the hearing. If "
                    "you do not want a hearing, say so in the statement.")),
        paragraph(_("If you neither come nor write without good reason, it is decided by what is on file.")),
        paragraph(_("The decision is proposed by persons who took no part in preparing this notice."))]


def at_once_letter(sanction):
    """(title, blocks): suspended from today, why it could not wait, and that the provider is heard after it."""
    days = measure(Kind.SUSPENSION, clock.seoul(sanction.urgent_at).date(), sanction.urgent_to)
    rows = [*_about(sanction), [_("Days of the suspension"), days],
            [_("Why it could not wait"), sanction.urgent_reason], *_why(sanction)]
    return _("Notice of a suspension at once (%(number)s)") % {"number": sanction.number}, [
        paragraph(_("We have suspended your quality certification at once. It is not the decision about the sanction: without a decision "
                    "by the day below it ends by itself.")),
        table(rows), ("heading", {"text": _("How you are heard")}), *([] if sanction.heard_at else [table(_hearing(sanction))]),
        paragraph(_("You may state your case about this suspension in writing, with documents, on the site until it is decided, also where "
                    "you were heard before it. The director may lift it before its last day.")),
        paragraph(_("Apart from that you may bring an administrative appeal or an action in the administrative court, as a rule within 90 "
                    "days of being told."))]


def moved_letter(sanction, reason):
    """(title, blocks): the new time or place of the hearing, and why; what else the notice says stands."""
    return _("Notice that the hearing is moved (%(number)s)") % {"number": sanction.number}, [
        paragraph(_("The hearing of which we told you is held as follows. All else that the notice says stands.")),
        table([*_about(sanction), *_hearing(sanction), [_("Why it is moved"), reason]])]


def decision_letter(sanction, appeal_until):
    """(title, blocks): what was decided, why, from when, and the ways to appeal."""
    rows = [*_about(sanction), [_("What is decided"), measure(sanction.final_kind, sanction.final_from, sanction.final_to)],
            *([[_("Order"), sanction.final_order]] if sanction.final_order else []),
            *_why(sanction), [_("Hearing"), str(sanction.get_heard_display())], [_("Grounds of the decision"), sanction.grounds]]
    return _("Decision about your quality certification (%(number)s)") % {"number": sanction.number}, [
        paragraph(_("After hearing you we have decided as follows.")), table(rows),
        ("heading", {"text": _("What follows")}), *(paragraph(words) for words in _what_follows(sanction)),
        ("heading", {"text": _("Ways to appeal")}), *(paragraph(words) for words in ways_to_appeal(appeal_until))]


def _what_follows(sanction):
    if sanction.final_kind == Kind.SUSPENSION:
        return [_("During the suspension the certification must not be shown or advertised. Please take down the plaque and the mark."),
                _("Please carry out the order above by the last day of the suspension. Otherwise a further sanction may follow.")]
    words = [_("From that day on the certification must not be shown or advertised, and the plaque has to be returned. You get a receipt.")]
    if sanction.ground == Sanction.Ground.FALSEHOOD:
        words.append(_("Until %(day)s you cannot apply for the certification.") % {"day": day_in_words(barred_until(sanction.final_from))})
    return words


def ways_to_appeal(until):
    return [
        _("You may appeal to us within 30 days of being told this decision, until %(day)s 24:00, on the site or in writing. The appeal is "
          "answered within 14 days by persons who took no part in the decision; where it cannot be helped this is prolonged once by ten "
          "days.") % {"day": day_in_words(until)},
        _("Apart from that you may bring an administrative appeal or an action in the administrative court, as a rule within 90 days of "
          "being told.")]


def answer_letter(appeal):
    """(title, blocks) of the answer to an appeal, before it is carried out; in part, with what was decided and what holds instead."""
    sanction, outcome = appeal.sanction, OUTCOMES[appeal.proposal]
    rows = [[_("Result"), str(outcome.label)]]
    if outcome == SanctionAppealStage.PARTLY and appeal.new_to:
        rows += [[_("What was decided"), measure(sanction.final_kind, sanction.final_from, sanction.final_to)],
                 [_("What holds instead"), measure(Kind.SUSPENSION, sanction.final_from, appeal.new_to)], [_("Order"), appeal.new_order]]
    rows += [[_("Reasons"), appeal.answer], [_("What follows"), _what_follows_from(outcome)]]
    return _("Answer to your appeal against a sanction (%(number)s)") % {"number": appeal.number}, [
        paragraph(_("We answer your appeal against the decision %(number)s as follows.") % {"number": sanction.number}), table(rows),
        paragraph(_("It was handled by persons who took no part in the decision.")),
        *([] if outcome == SanctionAppealStage.UPHELD else [paragraph(_(
            "Whoever still disagrees may bring an administrative appeal or an action in the administrative court, as a rule within 90 days "
            "of being told this answer."))])]


def _what_follows_from(outcome):
    if outcome == SanctionAppealStage.UPHELD:
        return _("The decision is set aside. The register, the log and the badge follow at once.")
    if outcome == SanctionAppealStage.PARTLY:
        return _("The decision is changed as it stands above. The register, the log and the badge follow at once. A plaque that was asked "
                 "back stays with you, and is taken down during the suspension.")
    return _("The decision stands.")
