"""What a visit to an agency looks at: one item for each indicator that assessors rate, with what the agency said of it, as copies."""
from agencies.models import ManagementIndicator, ReportEntry
from agencies.stages import ReportStage

SAMPLE_KO = "원본으로 볼 자료: {pieces}\n보고서의 수치와 원본이 맞는지 종류마다 3건 이상을 직접 골라 봅니다. 고른 기준과 건수를 적습니다."
SAMPLE_EN = ("Originals to look at: {pieces}\nCompare the figures of the report with the originals: three of each kind at least, chosen "
             "by the team. Note how they were chosen and how many.")
NO_RATING_KO = "“적합”은 보고서에 적은 대로임을, “부적합”은 보고서와 다름을 뜻합니다. 평점이 아닙니다."
NO_RATING_EN = "Compliant: as the report says. Noncompliant: not as it says. Neither is a rating."
WHOM_KO = "물을 사람: 기관장, 업무 담당자, 종사자\n보고서에 적은 일 하나를 처음부터 끝까지 말씀해 주십시오. 어디에 기록하였습니까?"
WHOM_EN = ("Ask: the director, the person in charge, staff members\nPlease tell one thing of the report from beginning to end. Where is it "
           "written down?")


def items_of(participation):
    """In the order of the set."""
    said = {entry.indicator_id: entry for entry in ReportEntry.everything.filter(
        report__participation=participation, report__stage=ReportStage.SUBMITTED)}
    judged = ManagementIndicator.everything.filter(indicator_set=participation.indicator_set).exclude(rated_by="quantitative")
    return [_item(place, one, said.get(one.pk)) for place, one in enumerate(judged.select_related("area").order_by("position"), 1)]


def _item(place, one, entry):
    pieces = {"ko": ", ".join(one.evidence_ko.splitlines()), "en": ", ".join((one.evidence_en or one.evidence_ko).splitlines())}
    return {
        "position": place, "code": one.code, "area_code": one.area.code[:10], "area_ko": one.area.name_ko,
        "area_en": one.area.name_en or one.area.name_ko, "title_ko": one.name_ko, "title_en": one.name_en or one.name_ko,
        "look_ko": f"{one.look_ko or one.definition_ko}\n{NO_RATING_KO}",
        "look_en": f"{one.look_en or one.definition_en or one.look_ko}\n{NO_RATING_EN}",
        "explanation": entry.text if entry else "", "sample_ko": SAMPLE_KO.format(pieces=pieces["ko"]) if pieces["ko"] else "",
        "sample_en": SAMPLE_EN.format(pieces=pieces["en"]) if pieces["en"] else "", "whom_ko": WHOM_KO, "whom_en": WHOM_EN}
