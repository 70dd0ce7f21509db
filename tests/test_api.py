"""The front door: a dozen public names, each documented."""

from pathlib import Path

import rashomon


def test_public_names() -> None:
    assert len(rashomon.__all__) <= 15
    for name in rashomon.__all__:
        assert getattr(rashomon, name).__doc__, name


def test_the_verbs_are_functions_however_they_are_imported(tmp_path: Path) -> None:
    """A submodule of the same name would take the verb's place once it is imported."""
    (tmp_path / "a.txt").write_text("A storm killed 12 people in the port, police said.")
    dossier = rashomon.read(tmp_path / "a.txt")
    figure = dossier.readings[0].figures[0]
    assert figure.text in rashomon.explain(dossier, figure.id)
    assert rashomon.show(dossier).startswith("1 report")
    rashomon.export_csv(dossier, tmp_path / "tables.zip")
    assert {type(getattr(rashomon, name)).__name__ for name in ("read", "load", "show", "explain", "languages")} == {
        "function"
    }


def test_unknown_names_are_refused() -> None:
    assert not hasattr(rashomon, "nothing")
