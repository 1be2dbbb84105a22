"""The public log while many write and several link at once: no entry twice, none lost, no fork; and no agency waits for another."""
import os
import threading

import pytest
from django.db import connection, transaction

from certification import queries, workflow
from certification.models import LogEntry, LogHead, LogWaiting
from core.tenancy import within
from tests import factories as f
from tests.accounts.test_races import all_at_once
from tests.certification.conftest import WORKER, issue

WRITERS = 50 if os.environ.get("FULL") else 12
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]


@pytest.fixture
def ready(busan):
    with within(busan.agency):
        version = f.published_version(framework=f.FrameworkFactory(number_key="BS-QC-{year}-{serial}"))
        return version, f.OfferingFactory.create_batch(WRITERS)


def test_many_writers_and_several_linkers_make_one_chain_without_forks(busan, ready):
    version, offerings = ready

    def work(number):
        if number % 4 == 3:
            with within(busan.agency):
                return workflow.link_log(actor=WORKER)
        with within(busan.agency), transaction.atomic():
            return issue(offerings[number], version).serial

    answers = all_at_once(work, list(range(WRITERS)))
    assert not [answer for answer in answers if not isinstance(answer, int)], answers
    with within(busan.agency):
        while workflow.link_log(actor=WORKER):
            pass
        positions = list(LogEntry.everything.order_by("position").values_list("position", "previous", "certificate"))
        issued = WRITERS - WRITERS // 4
        assert [row[0] for row in positions] == list(range(1, issued + 1)) and len({row[1] for row in positions}) == issued
        assert len({row[2] for row in positions}) == issued and LogWaiting.everything.count() == 0
        assert queries.log_differences() == []


def test_a_batch_that_is_being_issued_makes_no_other_agency_wait_and_is_not_linked_before_it_holds(busan, daegu, ready):
    version, offerings = ready
    begun, go_on, linked = threading.Event(), threading.Event(), []

    def batch():
        with within(busan.agency), transaction.atomic():
            issue(offerings[0], version)
            begun.set()
            go_on.wait(20)
        connection.close()

    def elsewhere():
        with within(daegu.agency):
            f.CertificateFactory()
            linked.append(workflow.link_log(actor=WORKER))
        connection.close()

    writer, other = threading.Thread(target=batch), threading.Thread(target=elsewhere)
    writer.start()
    assert begun.wait(20)
    other.start()
    other.join(20)
    assert not other.is_alive() and linked == [1]
    with within(busan.agency):
        assert not LogEntry.everything.filter(agency=busan.agency).exists()
    go_on.set()
    writer.join(20)
    with within(busan.agency):
        assert workflow.link_log(actor=WORKER) == 1 and LogHead.everything.get(agency=busan.agency).position == 1


def test_a_second_linker_waits_for_the_first_and_links_nothing_twice(busan, ready):
    version, offerings = ready
    with within(busan.agency):
        issue(offerings[0], version)
        workflow.link_log(actor=WORKER)             # from here on there is a head to wait for
        issue(offerings[1], version)
    begun, go_on, linked = threading.Event(), threading.Event(), {}

    def link(name, hold):
        with within(busan.agency), transaction.atomic():
            linked[name] = workflow.link_log(actor=WORKER)
            if hold:
                begun.set()
                go_on.wait(20)
        connection.close()

    first, second = (threading.Thread(target=link, args=words) for words in (("first", True), ("second", False)))
    first.start()
    assert begun.wait(20)
    second.start()
    second.join(1)                      # time enough to read what the first has not yet committed
    assert second.is_alive()
    go_on.set()
    first.join(20), second.join(20)
    assert linked == {"first": 1, "second": 0}
