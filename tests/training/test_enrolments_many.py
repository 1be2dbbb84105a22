"""Several enrolled at once by the training officer or a manager: all or nobody, their own people alone."""
import pytest
from django.core.exceptions import PermissionDenied

from core.errors import Refused
from tests.training.enrolling import deed, follow, now, run_at, staff, stages, told
from training.workflow import enrolment as workflow

pytestmark = pytest.mark.django_db


def approval_on(place):
    deed(place, workflow.change_training_settings, asks_approval=True, by="trainer")


def test_several_are_enrolled_together_or_nobody(busan, central):
    run, people = run_at(central), staff(busan, 3)
    deed(busan, workflow.enrol_many, run, [(people[0], "채식")], by="trainer")
    with pytest.raises(Refused, match="busan인0: Enrolled in this run already"):
        deed(busan, workflow.enrol_many, run, [(people[1], ""), (people[0], "")], by="trainer")
    assert stages(busan, run) == ["asked"]
    deed(busan, workflow.enrol_many, run, [(people[1], ""), (people[2], "")], by="manager")
    follow(central, busan)
    assert stages(busan, run) == ["enrolled"] * 3 and told(busan) == ["enrolment.enrolled"] * 3


def test_others_are_enrolled_by_trainer_and_managers_and_only_their_own_people(busan, daegu, central):
    run = run_at(central)
    for who in ("officer", "director", "employee", "assessor"):
        with pytest.raises(PermissionDenied):
            deed(busan, workflow.enrol_many, run, [(busan.officer, "")], by=who)
    for stranger in (daegu.officer, busan.observer, busan.owner):
        with pytest.raises(Refused, match="Nobody of this agency"):
            deed(busan, workflow.enrol_many, run, [(stranger, "")], by="trainer")
    with pytest.raises(Refused, match="at least one person"):
        deed(busan, workflow.enrol_many, run, [], by="trainer")
    with pytest.raises(Refused, match="At most 300"):
        deed(busan, workflow.enrol_many, run, [(busan.officer, "")] * 301, by="trainer")


def test_who_enrols_many_does_not_pass_the_own_approval_by(busan, central):
    approval_on(busan)
    run = run_at(central)
    rows = deed(busan, workflow.enrol_many, run, [(busan.officer, ""), (busan.manager, "")], by="manager")
    assert [now(busan, one).stage for one in rows] == ["asked", "requested"]


def test_many_in_ones_own_run_are_placed_at_once(busan):
    run = run_at(busan, seats=2, waiting_seats=0)
    deed(busan, workflow.enrol_many, run, [(one, "") for one in staff(busan, 3)], by="trainer")
    assert stages(busan, run) == ["enrolled", "enrolled", "closed_out"]
