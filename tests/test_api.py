"""The front door: a dozen public names, each documented."""

import rashomon


def test_public_names() -> None:
    assert len(rashomon.__all__) <= 15
    for name in rashomon.__all__:
        assert getattr(rashomon, name).__doc__, name


def test_unknown_names_are_refused() -> None:
    assert not hasattr(rashomon, "nothing")
