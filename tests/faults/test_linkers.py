"""Two linkers as processes at once, while several people write: one unbroken chain."""
import os
import subprocess
import sys
import threading

import pytest
from django.conf import settings
from django.db import connection

from accounts.actors import Actor
from core import audit
from core.models import AuditHead, AuditLink
from core.tasks import link_audit
from core.tenancy import within
from tests import cluster

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
WRITERS, EVENTS = 4, 40


@pytest.fixture
def linkers(tmp_path):
    """Two of them at work; `linkers()` ends them and answers with their exit codes and what they said."""
    end = tmp_path / "end"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings",
                                "DATABASE_URL": cluster.postgres.url(database=connection.settings_dict["NAME"])}
    words = [sys.executable, "-m", "tests.faults.linker", str(end)]
    running = [subprocess.Popen(words, env=environment, cwd=settings.BASE_DIR, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
               for _ in range(2)]

    def finish():
        end.touch()
        said = [process.communicate(timeout=20)[0] for process in running]
        return [process.returncode for process in running], said

    try:
        assert [process.stdout.readline() for process in running] == ["ready\n"] * 2
        yield finish
    finally:
        for process in running:
            if process.poll() is None:
                process.kill()
            process.wait()
            process.stdout.close()


def test_two_linkers_and_several_writers_make_one_unbroken_chain(busan, daegu, linkers):
    def write(place):
        for number in range(EVENTS):
            with within(place.agency):
                audit.record("noted", place.agency, actor=Actor.system("writer"), n=number)
        connection.close()

    writers = [threading.Thread(target=write, args=(place,)) for place in (busan, daegu) for _ in range(WRITERS)]
    [writer.start() for writer in writers]
    [writer.join() for writer in writers]
    codes, said = linkers()
    assert codes == [0, 0], said
    link_audit()
    for place in (busan, daegu):
        with within(place.agency):
            assert audit.first_broken_position() is None and audit.not_yet_linked() == 0
            assert AuditHead.everything.get().position == AuditLink.everything.count() == WRITERS * EVENTS
