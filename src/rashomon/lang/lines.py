"""Sorted lines of bytes, searched as they lie: no table of 250,000 strings, and a look-up is a search in one small block."""

from bisect import bisect_right

BLOCK = 2_048  # bytes between two marks


class SortedLines:
    """Lines that begin with a name each, sorted by its bytes, no name twice. ``end`` is the byte after the name."""

    __slots__ = ("_counts", "_data", "_end", "_marks", "_starts")

    def __init__(self, lines: bytes, end: bytes = b"\n") -> None:
        self._data = data = b"\n" + lines.removesuffix(b"\n") + b"\n"
        self._end = end
        self._starts: list[int] = []  # the line ends before the first line of each block
        self._marks: list[bytes] = []  # the first name of each block
        at = 0
        while at < len(data) - 1:
            self._starts.append(at)
            self._marks.append(data[at + 1 : data.find(end, at + 1)])
            at = data.find(b"\n", min(at + BLOCK, len(data) - 1))
        self._starts.append(len(data) - 1)
        self._counts: list[int] = []

    def rest(self, name: bytes) -> bytes | None:
        """What follows the name on its line; None for a name that is not there."""
        at = self._find(name, bisect_right(self._marks, name) - 1)
        start = at + len(name) + 2
        return None if at < 0 else self._data[start : self._data.find(b"\n", start)]

    def number(self, name: bytes) -> int | None:
        """The index of the line of a name; None for a name that is not there."""
        block = bisect_right(self._marks, name) - 1
        at = self._find(name, block)
        if at < 0:
            return None
        if not self._counts:
            self._counts = [0]
            for start, stop in zip(self._starts, self._starts[1:], strict=False):
                self._counts.append(self._counts[-1] + self._data.count(b"\n", start, stop))
        return self._counts[block] + self._data.count(b"\n", self._starts[block], at)

    def _find(self, name: bytes, block: int) -> int:
        """Offset of the line end before the line of ``name``, -1 for none."""
        if block < 0:
            return -1
        return self._data.find(b"\n" + name + self._end, self._starts[block], self._starts[block + 1] + 1)
