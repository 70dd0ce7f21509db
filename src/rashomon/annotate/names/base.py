"""The base form of a name, where morphology gives one."""

from rashomon.annotate.names.runs import Run


def base_form(run: Run) -> str | None:
    """Nominative of a Russian or Polish name; None where it is not known."""
    return None
