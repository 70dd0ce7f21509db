"""What all records share."""

import msgspec

Ref = tuple[int, int] | None  # start and end of another mention of the same document


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Base of all records: immutable, keyword-only."""


replace = msgspec.structs.replace
fields = msgspec.structs.fields
