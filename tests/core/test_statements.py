"""Statements that are written once: they answer as their querysets do, each question with its own values, and hold no agency."""
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.models import Count, Window
from django.test.utils import CaptureQueriesContext

from accounts.actors import Actor
from certification.models import RegisterEntry
from core.statements import Blank, Statement, is_any, written_once
from core.tenancy import within
from correspondence.models import Notice
from tests import factories as f


@pytest.fixture
def three(busan):
    with within(busan.agency):
        for name in ("가", "나", "다"):
            f.CertificateFactory(provider_name=name)
        yield RegisterEntry.everything.order_by("provider_name")


def test_a_statement_answers_each_question_with_its_own_values(three):
    of_name = Statement(three.filter(provider_name=Blank("name")).select_related("district"))
    for name in ("나", "가", "' OR 1=1 --"):
        assert of_name.rows(name=name) == list(three.filter(provider_name=name))
    with CaptureQueriesContext(connection) as asked:
        [found] = of_name.rows(name="다")
        assert found.district.name_ko and found.provider_name == "다"
    assert len(asked) == 1 and asked[0]["sql"].endswith('ORDER BY "certification_registerentry"."provider_name" ASC')


def test_a_statement_gives_a_part_what_is_annotated_and_columns_alone(three):
    counted = Statement(three.annotate(found=Window(Count("*"))))
    assert [(one.provider_name, one.found) for one in counted.rows(1, 5)] == [("나", 3), ("다", 3)]
    assert [one.provider_name for one in counted.rows()] == ["가", "나", "다"] and counted.rows(3, 1) == []
    assert Statement(three.values_list("provider_name", "history")).rows(most=1) == list(three.values_list("provider_name", "history")[:1])


def test_a_statement_is_written_once_for_each_shape(three):
    made = []

    @written_once
    def of(order):
        made.append(order)
        return three.filter(provider_name=Blank("name")).order_by(order)

    assert [len(of(order).rows(name=name)) for order in ("pk", "-pk") for name in ("가", "x", "나")] == [1, 0, 1] * 2
    assert made == ["pk", "-pk"]


def test_what_stands_behind_a_wall_is_not_kept_for_every_agency(busan):
    with within(busan.agency), pytest.raises(ImproperlyConfigured, match="Notice"):
        Statement(Notice.objects.visible_to(Actor.system("a test")))


def test_one_of_many_is_one_parameter(three):
    wanted = [three[0].pk, three[2].pk]
    rows = three.filter(is_any("pk", wanted))
    assert [one.pk for one in rows] == wanted and rows.query.sql_with_params()[0].count("%s") == 1
    assert [three.filter(is_any("pk", none)).exists() for none in ([0], [], [2**40])] == [False] * 3
