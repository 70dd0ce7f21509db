"""Generated data must be what its script makes: every ``tools/make_*.py`` that knows ``--check`` is asked.

A script compares what it would write with what is committed and exits with 1 on a difference. One
that needs a source that is not installed says so and is passed over, loudly.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NEEDS_SOURCE = 3  # exit status of a generator whose source package is not installed


def main() -> None:
    failed = []
    for script in sorted(HERE.glob("make_*.py")):
        if "--check" not in script.read_text("utf-8"):
            continue
        done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
        state = {0: "unchanged", NEEDS_SOURCE: "not checked: its source is not installed"}.get(
            done.returncode, "DIFFERS"
        )
        print(f"{script.name}: {state}")
        if state == "DIFFERS":
            print((done.stdout + done.stderr).strip())
            failed.append(script.name)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
