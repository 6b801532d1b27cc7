"""The page in a real Chromium: evidence in view, keyboard, no network, hostile text stays text, language, dark, phone, print.

Skipped with the reason where no Chromium is installed; with RECOUPE_REQUIRE_BROWSER=1 (as in CI) that fails instead.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from recoupe.show.page import render_page
from tests.show.sample import large, sample

pytestmark = pytest.mark.browser
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
IN_VIEW = """() => [...document.querySelectorAll('.report.open')].map(report => {
    const mark = report.querySelector('mark');
    if (!mark) return [report.dataset.report, null];
    const box = mark.getClientRects()[0];
    const x = box.left + Math.min(4, box.width / 2), y = box.top + 8;
    const inside = y > 0 && y < innerHeight && document.elementFromPoint(x, y)?.closest('mark') !== null;
    return [report.dataset.report, inside];
})"""

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One Chromium for the module."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path, reason = None, "Playwright for Python is not installed (pip install playwright)"
    else:
        reason = "no Chromium on this machine (apt-get install chromium)"
    if path is None:
        if os.environ.get("RECOUPE_REQUIRE_BROWSER") == "1":
            pytest.fail(f"RECOUPE_REQUIRE_BROWSER=1, but {reason}")
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, written once."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "sample.html").write_text(render_page(sample()), encoding="utf-8")
    (folder / "large.html").write_text(render_page(large()), encoding="utf-8")
    return folder


@pytest.fixture
def visit(chromium: Any, folder: Path) -> Iterator[Open]:
    """Open a page in a fresh context; afterwards nothing may have been requested, complained about or broken."""
    contexts, requests, complaints = [], [], []

    def visit(name: str = "sample.html", size: tuple[int, int] = (1400, 900), **options: Any) -> Any:
        context = chromium.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto((folder / name.partition("#")[0]).as_uri() + "".join(name.partition("#")[1:]))
        return page

    yield visit
    for context in contexts:
        context.close()
    assert ([u for u in requests if not u.startswith(("file:", "data:"))], complaints) == ([], [])
    assert len(requests) == len([u for u in requests if ".html" in u or u.startswith("data:")])


def test_choosing_a_line_brings_its_words_into_view_in_each_report(visit: Open) -> None:
    page = visit()
    line = page.locator(".is-contradicted .line").first
    line.click()
    assert page.evaluate(IN_VIEW) == [["1", True], ["2", True], ["3", True]]
    assert page.locator(".report.open mark").all_text_contents() == [
        "Un incendie a ravagé mardi 4 mars l’entrepôt Valmorel",
        "Un incendie a ravagé mardi 4 mars l’entrepôt Valmorel",
        "Le feu s’est déclaré mercredi 5 mars peu avant minuit",
    ]
    assert "L’Écho du Littoral" in page.locator("#shown").inner_text()
    assert line.get_attribute("aria-current") == "true"


def test_every_line_shows_its_evidence(visit: Open) -> None:
    page = visit()
    page.evaluate("() => document.querySelectorAll('main details').forEach(el => el.open = true)")
    wrong = page.evaluate(
        """async (source) => {
        const inView = eval(source), wrong = [];
        for (const line of document.querySelectorAll('main [data-ev]')) {
            line.click();
            const reports = line.dataset.ev.split(';').length, seen = inView();
            if (seen.length !== reports || seen.slice(0, 3).some(([, inside]) => !inside)) wrong.push([line.textContent, seen]);
        }
        return wrong; }""",
        IN_VIEW,
    )
    assert wrong == []


def test_keyboard_alone(visit: Open) -> None:
    page = visit()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.textContent") == "Les alarmes débranchées"
    assert page.evaluate(IN_VIEW) == [["1", True], ["3", True]]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert len(page.evaluate(IN_VIEW)) == 3
    page.keyboard.press("Escape")
    assert page.locator("mark").count() == 0
    assert page.evaluate("() => document.activeElement.textContent") == "Le jour de l’incendie de l’entrepôt Valmorel"
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.id") == "find"


def test_report_text_stays_text(visit: Open) -> None:
    page = visit()
    page.locator("[data-tab='4']").click()
    body = page.locator(".report.open .body").inner_text()
    assert '<script>document.title = "PIRATE"' in body
    assert '<img src=x onerror="document.body.dataset.hacked=2">' in body
    page.locator("#g-single summary").first.click()
    page.get_by_role("button", name="document.title").click()
    assert page.evaluate("() => [document.title.includes('PIRATE'), document.body.dataset.hacked ?? null]") == [False, None]
    assert page.locator(".report img, .report script, main script").count() == 0


def test_language_switch_and_theme(visit: Open) -> None:
    page = visit()
    assert page.locator("#g-contradicted h2").inner_text().startswith("Ce qui se contredit")
    page.locator("#language").click()
    assert page.evaluate("() => document.documentElement.lang") == "en"
    assert page.locator("#g-contradicted h2").inner_text().startswith("What contradicts")
    assert page.locator(".is-contradicted .value").first.inner_text() == "Tuesday 4 March 2025"
    assert page.locator("#find").get_attribute("placeholder") == "Find a word, a name…"
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.locator("#theme").click()
    assert page.evaluate(ground) != light
    dark = visit(color_scheme="dark")
    assert dark.evaluate(ground) == page.evaluate(ground)


def test_phone_has_no_sideways_scroll_and_a_sheet_with_a_way_back(visit: Open) -> None:
    page = visit(size=(360, 740))
    page.evaluate("() => document.querySelectorAll('details').forEach(el => el.open = true)")
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    line = page.locator(".is-disputed .line").first
    line.click()
    page.wait_for_timeout(250)
    assert page.evaluate(IN_VIEW)[0] == ["1", True]
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    top = page.locator("#texts").bounding_box()["y"]
    assert line.bounding_box()["y"] < top
    page.locator("#back").click()
    assert page.locator(".texts.sheet").count() == 0
    assert page.evaluate("() => document.activeElement.textContent") == "Les alarmes débranchées"


def test_filter_by_text_report_and_agreement(visit: Open) -> None:
    page = visit()
    shown = ".matter:not([hidden]) h3"
    page.locator("#find").fill("evacuation")
    page.wait_for_timeout(200)
    assert page.locator(shown).all_inner_texts() == ["L’évacuation des riverains"]
    page.locator("#find").fill("rien de tel ici")
    page.wait_for_timeout(200)
    assert page.locator("#none").is_visible()
    page.locator("#clear").click()
    page.locator("[data-chip='updated']").click()
    assert page.locator(shown).all_inner_texts() == ["Le nombre des blessés"]


def test_deep_link_opens_and_shows(visit: Open) -> None:
    single = next(m for m in sample().matters if m.title == "Le port fermé aux camions")
    page = visit(f"sample.html#{single.id}")
    assert page.locator("mark").all_text_contents() == ["Le port reste fermé aux camions"]
    assert page.locator(f"[id='{single.id}']").is_visible()


def test_print_shows_all_and_no_chrome(visit: Open) -> None:
    page = visit()
    page.emulate_media(media="print")
    page.wait_for_timeout(100)
    assert not page.locator(".top").is_visible()
    assert not page.locator(".filter").is_visible()
    assert all(page.locator(".body").nth(i).is_visible() for i in range(4))
    assert all(m.is_visible() for m in page.locator(".matter").all())


def test_without_script_everything_can_be_read(visit: Open) -> None:
    page = visit(java_script_enabled=False)
    assert all(page.locator(".body").nth(i).is_visible() for i in range(4))


def test_a_large_dossier_answers_quickly(visit: Open) -> None:
    page = visit("large.html")
    spent = page.evaluate(
        """() => { const start = performance.now(); let n = 0;
        for (const line of [...document.querySelectorAll('.matter .line')].slice(0, 40)) { line.click(); n++; }
        return (performance.now() - start) / n; }"""
    )
    assert spent < 150


def test_next_and_previous_walk_through_the_evidence(visit: Open) -> None:
    page = visit()
    page.locator(".is-contradicted .line").first.click()
    here = "() => [document.querySelector('#place').textContent, document.querySelector('mark.here').textContent.slice(0, 6)]"
    assert page.evaluate(here) == ["1 / 3", "Un inc"]
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.evaluate(here) == ["3 / 3", "Le feu"]
    assert page.locator("mark.here").is_visible()
    page.locator("#next").click()
    page.keyboard.press("p")
    assert page.evaluate(here)[0] == "3 / 3"
    page.keyboard.press("Escape")
    assert not page.locator("#walk").is_visible()
