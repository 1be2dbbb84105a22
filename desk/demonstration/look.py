"""How an agency of the demonstration lets its certificates look: a mark and a seal of its own, drawn for it."""
from django.core.files.base import ContentFile

from certification.queries import issuers_of
from certification.workflow import change_look
from certification.workflow.look import WORDS
from desk.demonstration.cases import staff

MARK = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><circle cx="50" cy="50" r="47" fill="#6b3fa0"/>'
        '<path d="M24 54c9 22 43 22 52 0" fill="none" stroke="#ffffff" stroke-width="9" stroke-linecap="round"/>'
        '<circle cx="36" cy="37" r="7" fill="#ffffff"/><circle cx="64" cy="37" r="7" fill="#ffffff"/></svg>')
SEAL = ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect x="3" y="3" width="94" height="94" rx="5" fill="none" '
        'stroke="#c0241b" stroke-width="6"/><path d="M20 24h60M20 24v24h60V24M50 24v24M20 62h26v18H20zM56 62h24M56 62v18h24" fill="none" '
        'stroke="#c0241b" stroke-width="6"/></svg>')


def give_look(framework, slug):
    """A mark for the framework; the city seals with a picture, the agency with what is drawn from its title."""
    director = staff("director", slug)
    issuers = [{name: getattr(issuer, name) for name in WORDS} for issuer in issuers_of(director, framework)]
    issuers[0]["seal"] = ContentFile(SEAL.encode(), "seal.svg")
    change_look(framework, colour="", issuers=issuers, mark=ContentFile(MARK.encode(), "mark.svg"), actor=director)
