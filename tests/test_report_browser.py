"""The report in a real browser: Chromium from the system's packages, driven by Playwright."""

import os
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import dossier_fixture
import pytest

from rashomon import report
from rashomon.model import Comparison, Document, Dossier, Figure, Question, Reading

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
sync_api = pytest.importorskip("playwright.sync_api", reason="browser tests left out: playwright is not installed")
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="browser tests left out: no chromium on this machine")
VIEWS = ("overview", "questions", "matrix", "timeline", "speakers", "origins", "names", "wording", "reports", "issues")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Opened:
    """A page opened from disk, with everything it complained about or asked for."""

    def __init__(self, browser: Any, path: Path, **settings: Any) -> None:
        self.url = path.as_uri()
        self.context = browser.new_context(accept_downloads=True, **settings)
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda m: m.type in ("error", "warning") and self.complaints.append(m.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.go("")

    def go(self, target: str) -> None:
        """Open the page anew at an address in it."""
        self.page.goto("about:blank")
        self.page.goto(self.url + (f"#{target}" if target else ""))

    def calm(self) -> None:
        assert self.complaints == []
        assert {url for url in self.requests if not url.startswith(("file:", "about:", "blob:"))} == set()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Path = tmp_path_factory.mktemp("report")
    dossiers: dict[str, Dossier] = {ui: dossier_fixture.dossier(ui) for ui in ("en", "ru")}
    for name, dossier in {**dossiers, "hostile": dossier_fixture.hostile(), "empty": Dossier()}.items():
        (made / f"{name}.html").write_text(report.html(dossier), "utf-8")
    return made


@pytest.fixture
def opened(browser: Any, folder: Path) -> Iterator[Opened]:
    shown = Opened(browser, folder / "en.html")
    yield shown
    shown.calm()
    shown.context.close()


def test_the_first_screen_shows_the_pile_and_the_most_disputed_question(opened: Opened) -> None:
    page = opened.page
    assert page.locator("h1:visible").inner_text().startswith("Port Meridon, Valdoria")
    first = page.locator("#overview .card").first
    box = first.bounding_box()
    assert box is not None
    assert box["y"] < 600
    assert "members of the security forces" in first.inner_text()
    assert first.locator(".row.repeat").count() == 1
    assert first.locator("svg .open").count() == 1


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_opens(opened: Opened, view: str) -> None:
    opened.page.locator(f'nav a[href="#{view}"]').click()
    assert opened.page.locator(f"#{view}").is_visible()
    assert opened.page.locator(".view:visible").count() == 1
    assert opened.page.locator(f'nav a[href="#{view}"]').get_attribute("aria-current") == "page"
    assert len(opened.page.locator(f"#{view}").inner_text()) > 40


def test_a_click_leads_to_the_words(opened: Opened) -> None:
    page = opened.page
    page.locator("#overview .fig", has_text="18").first.click()
    assert page.locator("#reader .here").inner_text() == "18"
    assert "zginęło" in page.locator("#reader .pane").inner_text()
    assert page.url.endswith("#figure-f9f053-69")
    page.locator("#reader .next").click()
    assert page.locator("#reader .here").inner_text() == "około 4000"
    page.keyboard.press("Escape")
    assert page.locator("#reader").is_hidden()


def test_every_figure_link_leads_to_its_words(opened: Opened) -> None:
    page = opened.page
    figures = {f.id: f.text for r in dossier_fixture.dossier().readings for f in r.figures}
    for identity, text in figures.items():
        page.evaluate("target => { location.hash = target }", f"#{identity}")
        page.wait_for_function(
            "target => document.querySelector('#reader .here')?.dataset.ids.includes(target)", arg=identity
        )
        assert "".join(page.locator("#reader .here").all_inner_texts()) == text


@pytest.mark.parametrize("kind", ["figures", "quotes", "events"])
def test_a_shared_link_opens_at_the_words(opened: Opened, kind: str) -> None:
    for reading in dossier_fixture.dossier().readings:
        for mention in getattr(reading, kind):
            opened.go(mention.id)
            assert "".join(opened.page.locator("#reader .here").all_inner_texts()) == mention.text
            assert opened.page.locator("#reader .here").first.is_visible()


def test_a_shared_link_opens_a_question(opened: Opened) -> None:
    opened.go("question-injured")
    assert opened.page.locator("#question-injured").is_visible()
    opened.go("question-curfew")
    assert opened.page.locator("#question-curfew").is_visible()


def test_offsets_hold_behind_an_emoji(opened: Opened) -> None:
    quote = next(q for q in dossier_fixture.dossier().readings[1].quotes if q.stance == "denies")
    opened.go(quote.id)
    assert "".join(opened.page.locator("#reader .here").all_inner_texts()) == quote.text


def test_filters_work(opened: Opened) -> None:
    page = opened.page
    opened.go("questions")
    page.select_option("select[name=verdict]", "conflict")
    assert page.locator("#cards > .card").count() == 1
    page.select_option("select[name=verdict]", "")
    page.select_option("select[name=speaker]", "Hospitals")
    assert page.locator("#cards > .card .sub").all_inner_texts() == ["How many people were injured?"]
    page.locator("button[type=reset]").click()
    page.fill("input[name=text]", "полицейских")
    assert page.locator("#cards > .card").count() == 1
    page.fill("input[name=text]", "nothing like it")
    assert page.locator("#questions .empty").is_visible()


def test_hover_shows_the_sentence(opened: Opened) -> None:
    opened.go("questions")
    opened.page.locator("#cards .fig").first.hover()
    assert "At least 12 policemen were killed" in opened.page.locator("#cards .context:visible").inner_text()


def test_the_matrix_tells_silence_from_mention(opened: Opened) -> None:
    opened.go("matrix")
    row = opened.page.locator(".matrix tbody tr", has_text="residents")
    assert row.locator("td").all_inner_texts()[2] == "○"
    assert opened.page.locator(".matrix .conflict-cell").count() == 3
    assert opened.page.locator(".matrix .rep").count() == 1


def test_by_keyboard_alone(opened: Opened) -> None:
    page = opened.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('fig')"):
            break
    page.keyboard.press("Enter")
    assert page.locator("#reader .here").first.is_visible()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.classList.contains('fig')")


def test_tables_are_saved_without_formulas(opened: Opened) -> None:
    opened.go("questions")
    with opened.page.expect_download() as saved:
        opened.page.locator("#questions .csv").click()
    text = Path(saved.value.path()).read_text("utf-8-sig")
    assert text.splitlines()[0].startswith('"question","asks","verdict"')
    assert "более 1 300" in text


def test_a_formula_in_a_report_is_only_text(browser: Any, tmp_path: Path) -> None:
    dossier = dossier_fixture.dossier()
    issue = dossier.issues[0]
    bad = [type(issue)(doc=sign + "1+1", room="x", code="y", detail='"quoted"\n') for sign in "=+-@\t"]
    path = tmp_path / "page.html"
    path.write_text(report.html(Dossier(readings=dossier.readings, issues=tuple(bad))), "utf-8")
    shown = Opened(browser, path)
    shown.go("issues")
    with shown.page.expect_download() as saved:
        shown.page.locator("#issues .csv").click()
    rows = Path(saved.value.path()).read_bytes().decode("utf-8-sig").split("\r\n")
    assert [row[:3] for row in rows[1:6]] == ["\"'=", "\"'+", "\"'-", "\"'@", "\"'\t"]
    assert '""quoted""' in rows[1]
    shown.context.close()


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_of_a_report_runs(browser: Any, folder: Path, view: str) -> None:
    shown = Opened(browser, folder / "hostile.html")
    shown.go(view)
    figure = dossier_fixture.hostile().readings[0].figures[0]
    assert shown.page.evaluate("window.fired") is None
    shown.go(figure.id)
    shown.page.locator("#reader .m").first.click()
    assert shown.page.evaluate("window.fired") is None
    assert shown.page.locator("img, iframe, object, main script").count() == 0
    shown.calm()
    shown.context.close()


def test_a_hostile_text_keeps_its_offsets(browser: Any, folder: Path) -> None:
    shown = Opened(browser, folder / "hostile.html")
    shown.go(dossier_fixture.hostile().readings[0].figures[0].id)
    assert shown.page.locator("#reader .here").all_inner_texts() == ["12"]
    text = shown.page.evaluate("document.querySelector('#report-0 > .text').textContent")
    assert text == dossier_fixture.hostile().readings[0].document.text.replace("\0", "\ufffd")
    shown.context.close()


def test_readable_without_script(browser: Any, folder: Path) -> None:
    shown = Opened(browser, folder / "en.html", java_script_enabled=False)
    text = shown.page.locator("body").inner_text()
    assert "How many members of the security forces were killed?" in text
    assert "at least 1,300" in text
    assert shown.page.locator("#questions .context").first.is_visible()
    report_text = shown.page.locator("#report-3")
    report_text.scroll_into_view_if_needed()
    assert "Комендантский час продлится 14 дней." in report_text.inner_text()
    shown.calm()
    shown.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["en", "ru", "hostile", "empty"])
def test_a_phone_needs_no_sideways_scroll(browser: Any, folder: Path, name: str, scheme: str) -> None:
    shown = Opened(browser, folder / f"{name}.html", viewport={"width": 390, "height": 844}, color_scheme=scheme)
    for view in VIEWS:
        shown.go(view)
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= 390, view
    shown.calm()
    shown.context.close()


_LUMINANCE = """() => {
  const numbers = (value) => value.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = (value) => numbers(value).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const value = getComputedStyle(at).backgroundColor;
      if (value !== 'rgba(0, 0, 0, 0)') return value;
    }
  };
  return [...document.querySelectorAll('h1, h2, p, dt, dd, a, .verdict, .orig, .asof, th, td, button')]
    .filter((node) => node.offsetParent && node.textContent.trim() && !node.closest('.repeat, .skip'))
    .map((node) => {
      const [a, b] = [light(getComputedStyle(node).color), light(ground(node))];
      return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), node.className + ' ' + node.textContent.slice(0, 30)];
    }).filter(([ratio]) => ratio < 4.5);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_enough_contrast(browser: Any, folder: Path, scheme: str) -> None:
    """WCAG AA: 4.5 to 1 for text."""
    shown = Opened(browser, folder / "en.html", color_scheme=scheme)
    for view in VIEWS:
        shown.go(view)
        assert shown.page.evaluate(_LUMINANCE) == [], view
    shown.context.close()


_UNNAMED = """() => [...document.querySelectorAll('a, button, input, select, [role=button], [role=img], [role=region]')]
  .filter((node) => node.checkVisibility())
  .filter((node) => !(node.textContent.trim() || node.getAttribute('aria-label') || node.labels?.length))
  .map((node) => node.outerHTML.slice(0, 80))"""
_DOUBLE = """() => [...document.querySelectorAll('[id]')].map((node) => node.id).filter((id, i, all) => all.indexOf(id) !== i)"""


def test_every_control_has_a_name_and_every_id_stands_once(opened: Opened) -> None:
    for view in VIEWS:
        opened.go(view)
        assert opened.page.evaluate(_UNNAMED) == [], view
        assert opened.page.evaluate(_DOUBLE) == [], view
        assert opened.page.locator("h1:visible").count() == 1, view
    assert opened.page.locator("main").count() == 1
    assert opened.page.locator("nav[aria-label]").count() == 1


def test_right_to_left_texts_stand_right(browser: Any, tmp_path: Path) -> None:
    text = "قُتل 12 شخصا في الميناء، وقال Henrik Valtas إن العدد أكبر."
    start = text.index("12")
    figure = Figure(
        id="figure-abcdef-1", doc="a.txt", start=start, end=start + 2, text="12", low=Decimal(12), high=Decimal(12)
    )
    path = tmp_path / "page.html"
    reading = Reading(document=Document(doc="a.txt", text=text, language="ar"), figures=(figure,))
    path.write_text(report.html(Dossier(readings=(reading,))), "utf-8")
    shown = Opened(browser, path)
    shown.go(figure.id)
    assert shown.page.evaluate("getComputedStyle(document.querySelector('#reader .text')).direction") == "rtl"
    assert shown.page.locator("#reader .here").inner_text() == "12"
    shown.calm()
    shown.context.close()


def many(count: int) -> Dossier:
    """``count`` reports with one large question and many small ones."""
    readings, figures = [], []
    for number in range(count):
        doc = f"report_{number:04}.txt"
        text = "".join(f"At {n} places {number + n} people were killed, officials said. " for n in range(1, 40))
        mine = []
        for n in range(1, 12):
            start = text.index(f"{number + n} people")
            words = str(number + n)
            mine.append(Figure(id=f"figure-{number:06}-{start}", doc=doc, start=start, end=start + len(words), text=words,
                               low=Decimal(words), high=Decimal(words), measure="killed", source="author"))  # fmt: skip
        readings.append(Reading(document=Document(doc=doc, text=text, language="en"), figures=tuple(mine)))
        figures += mine
    groups = [figures[::11], *([f] for f in figures if f not in figures[::11])]
    questions = tuple(
        Question(id=f"q{i}", asks=f"How many {i}?", measure="killed", who="all", unit="people", where=None,
                 figures=tuple(f.id for f in group), verdict="conflict" if len(group) > 1 else "single", low=None,
                 high=None, origins=(), documents=tuple(f.doc for f in group))
        for i, group in enumerate(groups)
    )  # fmt: skip
    return Dossier(readings=tuple(readings), comparison=Comparison(questions=questions))


def test_a_large_pile_opens_at_once(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(report.html(many(200)), "utf-8")
    shown = Opened(browser, path)
    shown.page.wait_for_selector("html.ready", timeout=5000)
    assert shown.page.evaluate("document.querySelectorAll('*').length") < 20_000
    shown.go("questions")
    card = shown.page.locator("#cards > .card").first
    assert card.locator(".row").count() == 12
    card.locator(".unfold").click()
    assert card.locator(".row").count() == 200
    shown.go(many(200).readings[150].figures[5].id)
    assert shown.page.locator("#reader .here").inner_text() == "156"
    shown.calm()
    shown.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Any, folder: Path, scheme: str) -> None:
    """axe-core over every view and the open reader, where the package that carries it is installed."""
    axe = pytest.importorskip("axe_playwright_python", reason="axe left out: axe-playwright-python is not installed")
    source = (Path(axe.__file__).parent / "axe.min.js").read_text("utf-8")
    shown = Opened(browser, folder / "en.html", color_scheme=scheme, bypass_csp=True)
    for target in (*VIEWS, dossier_fixture.dossier().readings[0].figures[0].id):
        shown.go(target)
        shown.page.evaluate(source)
        found = shown.page.evaluate("axe.run()")["violations"]
        assert [(v["id"], v["nodes"][0]["html"]) for v in found] == [], target
    shown.context.close()


def test_print_holds_questions_and_reports(opened: Opened) -> None:
    opened.page.emulate_media(media="print")
    opened.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    for view in ("overview", "questions", "matrix", "reports"):
        assert opened.page.locator(f"#{view}").is_visible(), view
    assert opened.page.locator("nav").is_hidden()
