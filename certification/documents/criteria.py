"""The criteria on paper: a cover with contents, then area by area each indicator with what is asked for and looked at."""
from django.template.loader import render_to_string
from django.utils import translation

from certification.documents.drawing import NIGHT, mark_svg, stylesheet
from core.pdf import render_pdf
from core.typeset import kept
from core.wording import formal_day, seoul_day

WORDS = {
    "ko": {"kind": "인증기준", "counts": "{areas}개 영역, {criteria}개 항목, {indicators}개 지표", "published": "{day} 공개",
           "contents": "차례",
           "rule": "모든 지표를 충족한 제공기관을 인증합니다. 지표마다 적합 또는 부적합으로 판정하며 점수는 없습니다.",
           "evidence": "증빙자료", "document_check": "서면심사", "onsite_check": "현장심사", "legal_basis": "근거 법령",
           "mistakes": "자주 하는 실수",
           "erratum": "정오", "stands": "원문", "meant": "바로잡음",
           "sample": "예시 지표입니다. 기관이 확정한 지표가 아닙니다.", "demo": "시연용 견본입니다. 효력이 없습니다."},
    "en": {"kind": "Certification criteria", "counts": "{areas} areas, {criteria} criteria, {indicators} indicators",
           "published": "Published {day}", "contents": "Contents",
           "rule": "A provider is certified when it meets every indicator. Each is judged compliant or not; there are no points.",
           "evidence": "Evidence asked for", "document_check": "Document review", "onsite_check": "Site visit",
           "legal_basis": "Legal basis", "mistakes": "Frequent mistakes", "erratum": "Erratum", "stands": "As it stands",
           "meant": "As it is meant", "sample": "Sample indicators, not the agency's own.",
           "demo": "A specimen for demonstration. It has no effect."},
}


def criteria_pdf(paper, tree, *, demo=False):
    """The edition in the paper's language as archivable PDF, not signed. `tree` as it is read, each row with its `errata`."""
    words, version = WORDS[paper.language], paper.version
    with translation.override(paper.language):
        html = render_to_string("documents/criteria.html", {
            "language": paper.language, "words": words, "title": f"{version.framework.name} {words['kind']} {version.label}",
            "scheme": version.framework.name, "label": version.label, "agency": str(paper.agency.name), "mark": mark_svg(NIGHT),
            "published": words["published"].format(day=formal_day(seoul_day(version.published_at), paper.language)),
            "counts": words["counts"].format(
                areas=len(tree), criteria=sum(len(criteria) for _area, criteria in tree),
                indicators=sum(len(leaves) for _area, criteria in tree for _criterion, leaves in criteria)),
            "notes": [words[name] for name, said in (("sample", version.is_sample), ("demo", demo)) if said],
            "areas": [_area(*one, words) for one in tree]})
    return render_pdf(html, stylesheets=[stylesheet("criteria")])


def _area(area, criteria, words):
    return _head(area) | {"plain_name": area.name, "text": kept(area.description), "criteria": [
        _head(criterion) | {"indicators": [_indicator(leaf, words) for leaf in leaves]} for criterion, leaves in criteria]}


def _indicator(leaf, words):
    rows = [(words["document_check"], kept(leaf.document_check)), (words["onsite_check"], kept(leaf.onsite_check)),
            (words["legal_basis"], kept(leaf.legal_basis))]
    return _head(leaf) | {
        "question": kept(leaf.question), "text": kept(leaf.description), "evidence": [kept(piece) for piece in leaf.pieces],
        "rows": [row for row in rows if row[1]], "mistakes": [kept(line) for line in leaf.mistakes.splitlines() if line.strip()]}


def _head(row):
    """Its code and name, and what was noted beside it."""
    return {"code": row.code, "name": kept(row.name), "errata": [
        (formal_day(seoul_day(one.noted_at)), one.label, kept(one.old_text), kept(one.new_text)) for one in row.errata]}
