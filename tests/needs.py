"""What a test needs from the system it runs on."""

import os
import shutil
from typing import NoReturn

import pytest


def need(program: str, package: str) -> str:
    """Return the path of a program, or skip the test; fail it where CI is set.

    ``package`` names the system package that brings the program.
    """
    path = shutil.which(program)
    if path is None:
        missing(f"this test needs {program} (system package {package})")
    return path


def missing(reason: str) -> NoReturn:
    """Skip the running test with a reason, or fail it where the variable CI is set."""
    if os.environ.get("CI", "").lower() not in ("", "0", "false"):
        pytest.fail(f"{reason}; CI must install it")
    pytest.skip(reason)
