"""What a reading was made from: input, options and the program itself, as one key."""

import hashlib
from functools import cache
from pathlib import Path

from rashomon import codec
from rashomon.model import Item, Options, replace
from rashomon.text import real_path

HERE = Path(__file__).parent
LARGE = 1 << 20  # bytes: of larger data files only name and size count
READ_BY = (".py", ".toml", ".tsv")


@cache
def program() -> bytes:
    """Digest of the program's code and language data: a changed rule makes old readings stale."""
    digest = hashlib.sha256(str(codec.SCHEMA).encode())
    for path in sorted(p for p in HERE.rglob("*") if p.suffix in (*READ_BY, ".xz") and "cases" not in p.parts):
        digest.update(path.relative_to(HERE).as_posix().encode())
        size = path.stat().st_size
        digest.update(path.read_bytes() if size < LARGE and path.suffix != ".xz" else str(size).encode())
    return digest.digest()


def _content(path: Path) -> bytes:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def key(item: Item, options: Options) -> str:
    """Hex digest of everything that shapes the reading of one item.

    An input that cannot be read gets a key of its own error; reading it again says why.
    """
    digest = hashlib.sha256(program())
    reading = Options(language=options.language, published=options.published, side=options.side, finder=options.finder)
    digest.update(codec.pack(reading) + codec.pack(replace(item, path=None)))
    if item.path is not None:
        path = Path(real_path(item.path))
        try:
            digest.update(_content(path) if path.is_file() else b"")  # opening a pipe would wait for ever
        except OSError as error:
            digest.update(str(error.strerror).encode())
    return digest.hexdigest()
