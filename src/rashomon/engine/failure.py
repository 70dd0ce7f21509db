"""What stands in the place of a result that never came."""

from typing import NamedTuple


class Failure(NamedTuple):
    """``code``: crashed | timeout | memory; ``detail`` for the reader."""

    code: str
    detail: str
