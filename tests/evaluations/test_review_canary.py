"""A word in every judgement, reason, note and settlement, looked for in every answer that anybody else gets before all have handed in.

It walks each address of the case, the lists that name it and the audit pages for seven people: that takes its seconds.
"""
import re
from types import SimpleNamespace

import pytest
from django.core import mail
from django.urls import reverse

from accounts.guards import Who
from core import outbox
from core.addresses import addressed
from core.models import AuditEvent, Errand
from evaluations.models import Assignment, SealedFile
from panels.models import Declaration
from tests.architecture.routes import AGENCY, OWN, guard_for
from tests.evaluations.reviewing import assign, begin, end, hand_in, judge, judgements, results, settle, standing, team_at

pytestmark = pytest.mark.django_db
LISTS = {"after_sign_in", "inbox", "assess_home", "my_visits", "portal", "portal_applications", "desk_cases", "desk_pool", "stuck_work",
         "admin:core_auditevent_changelist", "admin:core_accessentry_changelist", "admin:correspondence_delivery_changelist"}
CANARY = re.compile(r"CANARY-\w+")
VERDICTS = re.compile(r"verdict|\b(?:ok|onsite|fail)\b")


def written(path, user, name, handed_in=True):
    """A whole sheet whose every word says whose it is."""
    begin(path, user)
    for place in range(3):
        judge(path, user, "fail" if place else "supplement", f"CANARY-{name}-reason", code="other", note=f"CANARY-{name}-note", place=place)
    if handed_in:
        hand_in(path, user, "fail", f"CANARY-{name}-reason", f"CANARY-{name}-note")


@pytest.fixture
def path(busan):
    """Two had handed in and the lead had begun to settle; then the second was replaced, and the third has still to hand in."""
    path = team_at(busan)
    lead, second = path.assessors
    written(path, lead, "lead")
    written(path, second, "left")
    with standing(path):
        row = results(path)[0]
    settle(path, row, lead, reason="CANARY-settled-reason")
    end(path, second)
    path.third = assign(path)
    written(path, path.third, "third", handed_in=False)
    return path


def rows_of(path):
    """What stands in the blanks of the addresses, by the words of tests/architecture/routes.py."""
    lead, case = path.assessors[0], path.application
    with standing(path):
        return SimpleNamespace(
            application=case, judgement=judgements(path, lead)[0], result=results(path)[0],
            sealed_file=SealedFile.everything.filter(seal__application=case).first(), seal=case.seals.first(), check=case.checks.first(),
            assignment=Assignment.everything.filter(application=case).first(),
            declaration=Declaration.everything.get(user=lead, matter=case.matter))


def addresses(path):
    """(name, pattern, address) of whatever speaks of this case."""
    rows = rows_of(path)
    with addressed(path.place.agency.prefix, "config.urls_agency"):
        for name, pattern in AGENCY:
            if hasattr(rows, OWN.get(name, "-")):
                yield name, pattern, reverse(name, kwargs={"public_id": getattr(rows, OWN[name]).public_id})
            elif name in LISTS:
                yield name, pattern, reverse(name)
        with standing(path):
            events = AuditEvent.everything.filter(verb__startswith="review.").order_by("verb", "-pk").distinct("verb")
            for event in events:
                yield "admin:core_auditevent_change", None, reverse("admin:core_auditevent_change", args=[event.pk])


def opens(pattern, name, roles):
    guard = pattern and guard_for(name, pattern)
    return guard is None or guard.who != Who.STAFF or not guard.roles or bool(roles & {str(role) for role in guard.roles})


def heard(client, user, roles, there):
    """{address: what it says of judgements} for each page this person opens; how many opened."""
    client.force_login(user)
    found, opened = {}, 0
    for name, pattern, address in there:
        if not opens(pattern, name, roles):
            continue
        answer = client.get(address)
        body = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode(errors="replace")
        opened += answer.status_code == 200
        if words := set(CANARY.findall(body + answer.get("Location", ""))):
            found[address] = words
    return found, opened


def test_nobody_hears_a_judgement_of_another_before_all_have_handed_in(path, client):
    place, there = path.place, list(addresses(path))
    lead, second = path.assessors
    people = {"officer": (place.officer, set()), "auditor": (place.auditor, set()), "admin": (place.admin, set()),
              "owner": (place.owner, set()), "assessor who left": (second, set()), "assessor who is new": (path.third, {"CANARY-third"}),
              "lead": (lead, {"CANARY-lead"})}
    for who, (user, own) in people.items():
        roles = {"assessor"} if "assessor" in who or who == "lead" else {who}
        found, opened = heard(client, user, roles, there)
        assert opened > 3, who
        assert {address: words - own for address, words in found.items() if words - own} == {}, who


def test_nor_do_letters_errands_and_the_audit_trail_tell(path):
    with standing(path):
        while waiting := Errand.everything.filter(task__startswith="correspondence.", done_at=None).first():
            outbox.run(path.place.agency, waiting.pk)
        told = [*mail.outbox, *Errand.everything.values_list("arguments", flat=True)]
        facts = [str(event.facts) for event in AuditEvent.everything.filter(verb__startswith="review.")]
    letters = [f"{one.subject} {one.body}" for one in mail.outbox]
    assert any("심사" in one for one in letters) and facts
    assert CANARY.findall(str(told) + str(letters) + str(facts)) == []
    assert VERDICTS.findall(str(facts)) == []
