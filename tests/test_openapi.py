"""A public fuzzer finds each address to answer as the OpenAPI description says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, seed, settings
from schemathesis import BaseSchema, Case
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import content_type_conformance, status_code_conformance

from tests.http_fixtures import find_seed, hold_port, make_app, run_server, write_release

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance]
# Of each address that takes parameters.
EXAMPLES = 40


@pytest.fixture(scope="module")
def description(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    """The description as a running server gives it."""
    folder = write_release(tmp_path_factory.mktemp("openapi") / "release")

    with hold_port() as port:
        site = f"http://127.0.0.1:{port}"
        with run_server(make_app(folder, site, requests_per_client=64)[0], port):
            yield schemathesis.openapi.from_url(f"{site}/openapi.json")


def test_every_address_answers_as_described(description: BaseSchema) -> None:
    """No server error, no traceback, no status or media type that the description lacks."""
    number, asked = find_seed(), Counter[str]()
    operations = [found.ok() for found in description.get_all_operations() if isinstance(found, Ok)]
    for operation in operations:

        @seed(number)
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def ask(case: Case[Any]) -> None:
            asked[case.operation.label] += 1
            answer = case.call_and_validate(checks=CHECKS)
            assert "Traceback" not in answer.text

        ask()
    assert set(asked) == {operation.label for operation in operations}
    assert len(asked) == description.statistic.operations.total
