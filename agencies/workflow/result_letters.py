"""The letters with a final result: to the agency's director and to the governor of its province; the agency's own copy when it is made."""
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from agencies.amounts import rounded
from agencies.models import ResultLetter
from agencies.permissions import can_follow_results
from agencies.queries.result import scored_of
from core.files import path_of
from core.wording import formal_day
from core.workflow import lock, record, require
from correspondence.models import Letter
from correspondence.workflow import write_letter

TO_AGENCY, TO_GOVERNOR = "management.result", "management.governor"


def paragraph(text, **how):
    return "paragraph", {"text": text, **how}


def write_result_letters(result, participation, *, actor):
    """Both, in the transaction in which the result becomes final."""
    assessed = participation.assessed
    with override("ko"):
        title = _("Result of the management evaluation %(year)s") % {"year": result.year}
        own = write_letter(result, kind=TO_AGENCY, addressee=assessed.head_title_ko, title=title,
                           blocks=letter_blocks(result, participation), actor=actor)
        if assessed.province_id:
            province = assessed.province.name_ko
            title = _("Result of the management evaluation %(year)s: %(agency)s") % {"year": result.year, "agency": assessed.name_ko}
            write_letter(result, kind=TO_GOVERNOR, addressee=governor_of(province), title=title,
                         blocks=governor_blocks(result, participation), actor=actor)
    return ResultLetter.everything.create(assessed=assessed, result=result, letter=own, number=own.number, title=own.title,
                                          written_at=own.written_at)


def governor_of(province):
    """A city's mayor or a province's governor, as the letter addresses them."""
    return f"{province}장" if province.endswith("시") else f"{province}지사"


def letter_blocks(result, participation):
    """What the agency's director reads."""
    indicator_set = participation.indicator_set
    return [
        paragraph(_("By article 34 of the Act on Social Service Institutes the management of your institute was evaluated. "
                    "We tell you the result, confirmed by the committee of the management evaluation.")),
        *_table(result),
        paragraph(_("Institutes publish their result within 30 days of this notice on their own site, with those of the last five years.")),
        paragraph(_("The results of all institutes are published together by %(day)s.") % {
            "day": formal_day(indicator_set.disclosed_by_on, "ko")}),
    ]


def governor_blocks(result, participation):
    return [
        paragraph(_("By article 34 of the Act on Social Service Institutes we tell you the result of the management evaluation of "
                    "%(agency)s. Please take what follows from it into account in your guidance.") % {
                        "agency": participation.assessed.name_ko}),
        *_table(result),
    ]


def _table(result):
    scored = scored_of(result)
    rows = [[field.name, f"{rounded(field.points)}", f"{rounded(field.score)}"] for field in scored.fields]
    rows.append([_("Bonus and deduction"), f"±{rounded(scored.bonus.limit)}", f"{rounded(scored.bonus.counted)}"])
    rows.append([_("Total"), "100.00", f"{result.total} ({result.grade})"])
    return [("table", {"headers": [_("Field"), _("Points"), _("Score")], "rows": rows, "widths": [50, 25, 25]})]


@transaction.atomic
def hand_on_letter(own, *, actor):
    """At Central, by its job: once the paper is made, what the agency needs to open it stands in the row that it sees."""
    own = lock(own)
    require(can_follow_results(actor))
    letter = Letter.everything.select_related("file").get(pk=own.letter_id)
    if own.path or letter.made_at is None:
        return False
    file = letter.file
    own.path, own.sha256, own.size, own.mime = path_of(file), file.sha256, file.size, file.mime
    own.save(update_fields=["path", "sha256", "size", "mime"])
    record("management.letter_handed_on", own, actor=actor, sha256=file.sha256)
    return True

