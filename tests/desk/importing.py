"""Rows of spreadsheets, handed in by the officer, looked at by the worker, carried out as they were shown."""
import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.actors import Actor
from core.tables import write_table
from core.tenancy import within
from desk import workflow
from desk.imports import KINDS
from tests import factories as f

IMPORTS, SERVICE = "/busan/admin/imports/", "치매예방"


@pytest.fixture
def hand_in(busan):
    """`hand_in("providers", rows)`: the officer hands it in and the worker looks at it; returns the run."""
    def start(kind, rows, scans=None, actor=None, head=None):
        with within(busan.agency):
            columns = KINDS[kind].columns(busan.agency)
            content = head(columns, rows) if head else write_table(columns, [[row.get(one.key, "") for one in columns] for row in rows],
                                                                   title="Rows")
            file = SimpleUploadedFile("rows.xlsx", content)
            upload = SimpleUploadedFile("scans.zip", scans) if scans else None
            begun = time.monotonic()
            run = workflow.start_import(kind, file, upload, actor=actor or Actor.of(busan.officer))
            run = workflow.check_import(run, actor=Actor.system("tests"))
            start.seconds.append(time.monotonic() - begun)
            return run
    start.seconds = []
    return start


@pytest.fixture
def carry_out(busan):
    """The officer confirms what was shown, and the worker carries it out."""
    def go(run, before=None, who=None):
        with within(busan.agency):
            actor = Actor.of(who or busan.officer)
            if before:
                before()
            run = workflow.confirm_import(run, run.digest, actor=actor)
            return workflow.carry_out_import(run, actor=Actor.system("tests"))
    return go


def row(serial, **more):
    """A provider with a site and a service."""
    return {"number": f.number(serial), "name": f"가람돌봄{serial}", "head_name": "한가람", "phone": "051-000-0001",
            "email": f"office{serial}@garam.example", "district": "사상구", "postcode": "46900",
            "address_base": "부산광역시 사상구 나눔로 1",
            "site": "본점", "service": SERVICE, "registration_number": "26-1", "registered_on": "2020-03-02"} | more


def said(run):
    return [f"{one['place']}: {one['sentence']}" if one["place"] else one["sentence"] for one in run.problems]
