"""What a visit is about: one item for each indicator that is still open, with everything the team takes along, as copies."""
from django.utils.translation import override

from evaluations.models import ConsolidatedJudgement, SealedAnswer
from evaluations.models.answer import Rating
from evaluations.models.review import Verdict
from evaluations.queries.parts import required_of

LANGUAGES = ("ko", "en")
ASKED = (        # functions that an on-site check may name, as they stand there, and in English; a word within another counts once
    ("기관장", "the head of the organisation"), ("담당자", "the worker in charge"), ("제공인력", "staff who provide the service"),
    ("종사자", "staff members"), ("직원", "staff members"), ("이용자", "users"), ("보호자", "guardians"))
NOBODY_NAMED = ("해당 업무 담당자", "the worker in charge")


def items_of(application):
    """One for each required indicator that is not agreed yet: the sealed self-assessment, what the papers showed, what to do there."""
    papers = {row.required_id: row for row in ConsolidatedJudgement.everything.filter(application=application)}
    seal = application.seals.first()
    said = {answer.code: answer for answer in SealedAnswer.everything.filter(seal=seal)}
    required = required_of(application).filter(agreed="").select_related("indicator")
    areas = {criterion.pk: criterion.area for criterion in application.round.version.criteria.select_related("area")}
    return [
        {"position": one.position, "code": one.code, "area_code": area.code, "area_ko": area.name_ko, "area_en": area.name_en,
         "title_ko": one.indicator.name_ko, "title_en": one.indicator.name_en, "look_ko": one.indicator.onsite_check_ko,
         "look_en": one.indicator.onsite_check_en, **_own_words(said.get(one.code)), **_found_in_papers(papers.get(one.pk)),
         **samples(one.indicator), **whom_to_ask(one.indicator)}
        for one in required for area in [areas[one.indicator.criterion_id]]]


def _own_words(answer):
    """How it rates itself, and its explanation."""
    if answer is None:
        return {}
    return {**named("rating", answer.rating and Rating(answer.rating)), "explanation": answer.explanation}


def _found_in_papers(row):
    """What the document review settled on, and why; what the assessors left open for the visit."""
    if row is None:
        return {}
    return {**named("finding", row.verdict and Verdict(row.verdict)), "grounds": row.reason, "note": row.note}


def named(field, choice):
    """A choice in both languages: what is copied does not follow who reads it."""
    found = {}
    for language in LANGUAGES:
        with override(language):
            found[f"{field}_{language}"] = str(choice.label) if choice else ""
    return found


def samples(indicator):
    """From the evidence that the edition asks for. Numbers are those of any sample: the on-site check goes first."""
    pieces = {language: ", ".join(piece.get(language) or piece["ko"] for piece in indicator.evidence) for language in LANGUAGES}
    if not pieces["ko"]:
        return {}
    return {
        "sample_ko": f"원본으로 볼 기록: {pieces['ko']}\n현장 확인 사항에 건수가 있으면 그 건수를 따르고, 없으면 종류마다 "
                     "3건 이상(3건이 안 되면 전부)을 방문자가 직접 고릅니다. 고른 기준과 건수를 적습니다.",
        "sample_en": f"Originals to look at: {pieces['en']}\nWhere the on-site check names a number, take that many; else at least three "
                     "of each kind (all of them where there are fewer), chosen by the team itself. Note how they were chosen and how many."}


def whom_to_ask(indicator):
    """By function: those whom the on-site check names, else whoever does the work. Open questions, none of which suggests its answer."""
    named = [pair for pair in ASKED if pair[0] in indicator.onsite_check_ko] or [NOBODY_NAMED]
    first = {language: getattr(indicator, f"question_{language}") for language in LANGUAGES}
    lines = {
        "ko": [f"물을 사람: {', '.join(ko for ko, _en in named)}", first["ko"],
               "최근에 실제로 한 일 하나를 처음부터 끝까지 말씀해 주십시오. 어디에 기록하였습니까?",
               "정한 대로 하기 어려운 때는 언제이고, 그때는 어떻게 합니까?"],
        "en": [f"Ask: {', '.join(dict.fromkeys(en for _ko, en in named))}", first["en"] or first["ko"],
               "Please tell one recent case from beginning to end. Where is it written down?",
               "When is it hard to do as it is laid down, and what do you do then?"]}
    return {f"whom_{language}": "\n".join(line for line in said if line) for language, said in lines.items()}
