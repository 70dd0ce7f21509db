"""Pictures of a report page for the README: python tools/screenshots.py OUT/report.html FOLDER

Needs the dev extras and a Chromium (the variable CHROMIUM, or one on the PATH).
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SHOTS = {
    "overview": ("overview", 1280, 1000, "light"),
    "questions-dark": ("questions", 1280, 900, "dark"),
    "matrix": ("matrix", 1280, 700, "light"),
    "phone": ("overview", 390, 844, "light"),
}


def main(page: Path, folder: Path) -> None:
    """One picture for each of SHOTS, and one of the words behind a figure."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, (view, width, height, scheme) in SHOTS.items():
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            tab = context.new_page()
            tab.goto(f"{page.resolve().as_uri()}#{view}")
            tab.screenshot(path=folder / f"{name}.png")
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        tab.goto(f"{page.resolve().as_uri()}#questions")
        tab.locator("#cards .fig").nth(1).click()
        tab.screenshot(path=folder / "words.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
