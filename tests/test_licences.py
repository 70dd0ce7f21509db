"""The licence list lets no GPL, AGPL or non-commercial package into the default install."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import licences


@pytest.mark.parametrize(
    "licence", ["MIT", "LGPL-2.1-or-later", "GNU Lesser General Public License v3 (LGPLv3)", "ISC"]
)
def test_free_and_lesser_licences_are_allowed(licence: str) -> None:
    assert licences.allowed(licence)


@pytest.mark.parametrize(
    "licence",
    [
        "GPL-3.0-only",
        "AGPL-3.0",
        "GNU General Public License v2 (GPLv2)",
        "CC-BY-NC-SA-4.0",
        "http://example.org/licence",
    ],
)
def test_others_and_mere_addresses_are_not(licence: str) -> None:
    assert not licences.allowed(licence)


def test_the_default_install_does_not_take_in_the_extras() -> None:
    assert "distributed" not in licences.closure("rashomon")
    assert "click" in licences.closure("rashomon")
