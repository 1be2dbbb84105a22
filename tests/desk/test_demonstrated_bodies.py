"""The demonstration's bodies: a meeting with minutes and resolutions, tasks of each state, a proposal that waits, meetings to come."""
import pytest

from accounts.actors import Actor
from agencies.models import AgendaProposal, Council, CouncilTask, Minutes
from agencies.queries import council as queries
from core.tenancy import within
from desk.demonstration import network_bodies
from panels.models import Meeting

pytestmark = pytest.mark.django_db


def test_the_demonstration_shows_each_state(busan, daegu, central, monkeypatch):
    monkeypatch.setattr(network_bodies, "OFFICES", [one for one in network_bodies.OFFICES if one.slug in ("busan", "daegu", "central")])
    network_bodies.build_network_bodies()
    with within(central.agency):
        actor = Actor.of(central.officer)
        assert {one.kind for one in Council.everything.all()} == {"directors", "working"}
        assert [queries.tasks_in(actor, state).count() for state in ("open", "late", "done")] == [2, 1, 1]
        assert Minutes.everything.get().published_at and AgendaProposal.everything.get().stage == "handed_in"
        assert sorted(Meeting.everything.values_list("stage", flat=True)) == ["closed", "planned", "planned"]
        first = queries.agenda_in(actor, Meeting.everything.get(title="제2차 원장단 회의"))
        assert [row[0].subject_type for row in first] == ["agencies.counciltask", "agencies.minutes"]
        assert not CouncilTask.everything.exclude(owner_gone_at=None).exists()
