"""Schemathesis asks the API what nobody would: no failure of ours, and every answer is one that the description promises."""
import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as bounds
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from core.tenancy import within
from tests import factories as f
from tests.certification.test_register_pages import made

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance, response_schema_conformance]
EXAMPLES = 12               # an operation and mode
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@pytest.fixture
def described(busan, settings):
    settings.ALLOWED_HOSTS = ["*"]                          # what is asked of is the API, not the host
    made(busan, "다솜아동발달센터")
    with within(busan.agency):
        f.published_version()
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json?lang=en", get_wsgi_application())


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_no_question_breaks_it_and_every_answer_is_as_described(described):
    asked = 0
    for found in described.get_all_operations():
        operation = found.ok()
        for mode in MODES:
            if mode == GenerationMode.NEGATIVE and not operation.query:
                continue                                    # every word may be a number: there is nothing to be wrong about

            @bounds(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=[Phase.generate],
                    suppress_health_check=list(HealthCheck))
            @given(case=operation.as_strategy(generation_mode=mode))
            def ask(case):
                nonlocal asked
                asked += 1
                case.call_and_validate(checks=CHECKS)

            ask()
    assert asked >= 3 * EXAMPLES
