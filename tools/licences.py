"""List the licence of every package of the default install, and fail on one that forbids it.

    make licences

The closure of the requirements of ``rashomon`` (without extras), as installed here. A licence is
read from the package's own metadata: the SPDX expression of PEP 639 where there is one, else the
classifiers, else the free field. Where a package gives a choice, one allowed licence is enough.
"""

import re
import sys
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FORBIDDEN = re.compile(r"\bA?GPL|Affero|(?<!Lesser )General Public|Non-?Commercial|CC-BY-NC", re.IGNORECASE)
# Where the metadata gives an address only: what stands at it.
READ = {"morfeusz2": "BSD-2-Clause"}  # with its SGJP dictionary
LESSER = re.compile(r"LGPL|Lesser", re.IGNORECASE)


def main() -> int:
    bad = []
    for name in sorted(closure("rashomon")):
        package = metadata.distribution(name)
        licences = list(named(package))
        print(f"{name:28} {package.version:22} {' | '.join(licences) or 'not said'}")
        if not any(allowed(licence) for licence in licences):
            bad.append(name)
    for name in bad:
        print(f"not allowed in the default install, or unknown: {name}", file=sys.stderr)
    return 1 if bad else 0


def closure(root: str) -> set[str]:
    """Canonical names of everything that installing `root` brings, `root` itself left out."""
    found: set[str] = set()
    waiting = [(root, frozenset[str]())]
    while waiting:
        name, extras = waiting.pop()
        for line in metadata.requires(name) or ():
            wanted = Requirement(line)
            needed = wanted.marker is None or any(wanted.marker.evaluate({"extra": e}) for e in (extras or {""}))
            key = canonicalize_name(wanted.name)
            if needed and key not in found:
                found.add(key)
                waiting.append((key, frozenset(wanted.extras)))
    return found


def named(package: metadata.Distribution) -> Iterator[str]:
    """Each licence that the package's metadata offers, the choices of an expression apart."""
    fields = package.metadata
    if known := READ.get(package.name):
        yield known
        return
    if expression := fields.get("License-Expression"):
        yield from re.split(r"\s+OR\s+", expression)
        return
    classifiers = [c.rsplit(" :: ", 1)[1] for c in fields.get_all("Classifier") or () if c.startswith("License :: ")]
    yield from (c for c in classifiers if c != "OSI Approved")
    if not classifiers and (free := fields.get("License")):
        yield free.splitlines()[0]


def allowed(licence: str) -> bool:
    """Whether the default install may bring it; a licence that is only an address is not known."""
    return "://" not in licence and (bool(LESSER.search(licence)) or not FORBIDDEN.search(licence))


if __name__ == "__main__":
    sys.exit(main())
