"""Sentences are looked for in English; what pages and letters say in Korean they ask for themselves."""
import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield
