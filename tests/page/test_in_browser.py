"""The page in a browser: what axe-core says of it, what it asks the network, and what keys do."""

from __future__ import annotations

from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys

from tests.conftest import ROOT
from tests.page.browser import Browser
from tests.page.conftest import published, violations

pytest.importorskip("jinja2")

THEMES = sorted(path.stem for path in (ROOT / "themes").glob("*.yaml"))


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1440, "dark")])
def test_axe_finds_nothing_by_day_and_by_night_on_a_phone_and_on_a_desk(
    browser: Browser, axe: str, site: Path, width: int, scheme: str
) -> None:
    browser.open(site / "index.html", width=width, scheme=scheme)
    assert violations(browser, axe) == []


FEW = "id:in-arabic OR id:ikanbi-contract-end OR id:ikanbi-contract-start OR id:maroc-digital-2030-launch"
"""Events that are planned, inferred, reported and excepted, with rival claims and texts from right to left."""


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("has_script", [True, False], ids=["with the script", "without"])
def test_axe_finds_nothing_in_any_theme(
    browser: Browser, axe: str, folder: Path, theme: str, has_script: bool
) -> None:
    script = () if has_script else ("--no-script",)
    few = published(folder, f"{theme}-{has_script}", "--theme", theme, "--lang", "fr", "-q", FEW, *script)
    browser.open(few / "index.html")
    assert violations(browser, axe) == []


def test_nothing_is_asked_of_the_network_and_nothing_is_complained_of(browser: Browser, site: Path) -> None:
    for name in ("index.html", "index.fr.html"):
        browser.open(site / name)
        assert list(browser.asked()) == [(site / name).as_uri()]
        assert browser.said() == []


@pytest.mark.parametrize("width", [320, 800, 1440])
def test_nothing_is_wider_than_the_window(browser: Browser, site: Path, width: int) -> None:
    browser.open(site / "index.fr.html", width=width)
    assert browser.run("return document.documentElement.scrollWidth") <= width


def focused(browser: Browser) -> str:
    return str(browser.run("const e = document.activeElement; return e.id || e.textContent || e.className"))


def test_the_order_of_keys_is_that_of_the_text_and_the_first_one_skips_to_the_story(
    browser: Browser, site: Path
) -> None:
    browser.open(site / "index.html")
    places = browser.run(
        "const found = [...document.querySelectorAll('a[href],select,input,button,[tabindex]')]"
        ".filter(e => e.tabIndex >= 0 && !e.closest('[hidden]'));"
        "return found.every((e, i) => e.tabIndex === 0 && (!i ||"
        " found[i - 1].compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING))"
    )
    assert places is True
    browser.press(Keys.TAB)
    assert focused(browser) == "Skip to the story"
    browser.press(Keys.ENTER)
    assert browser.run("return location.hash") == "#:story"
    browser.press(Keys.TAB)
    assert browser.run("return document.activeElement.closest('article') !== null") is True


def test_every_link_within_the_page_leads_somewhere(browser: Browser, site: Path) -> None:
    browser.open(site / "index.html")
    dead = browser.run(
        "return [...document.querySelectorAll('a[href^=\"#\"]')].map(a => decodeURIComponent(a.getAttribute('href')"
        ".slice(1))).filter(id => !document.getElementById(id))"
    )
    assert dead == []


def shown(browser: Browser) -> list[str]:
    return list(browser.run("return [...document.querySelectorAll('article:not([hidden])')].map(e => e.id)"))


def test_a_reader_filters_by_actor_with_keys_alone_and_the_address_has_it(browser: Browser, site: Path) -> None:
    browser.open(site / "index.html")
    everything = len(shown(browser))
    browser.run("document.querySelector('select[name=actor]').focus()")
    browser.press("I", "K", Keys.ENTER)
    browser.press(Keys.TAB)
    assert browser.run("return location.hash") == "#?actor=ikanbi"
    some = shown(browser)
    assert 0 < len(some) < everything
    actors = browser.run("return [...document.querySelectorAll('article:not([hidden])')].map(e => e.dataset.a)")
    assert all("ikanbi" in names.split() for names in actors)
    assert browser.run("return document.getElementById(':state').textContent").startswith(str(len(some)))
    browser.open(site / "index.html", fragment="#?actor=ikanbi")
    assert shown(browser) == some
    browser.run("document.querySelector('form button').click()")
    browser.driver.implicitly_wait(0)
    assert browser.driver.execute_async_script("setTimeout(arguments[0], 20, location.hash)") == ""
    assert len(shown(browser)) == everything


def test_a_word_is_found_without_its_accents_and_a_link_shows_what_was_hidden(browser: Browser, site: Path) -> None:
    browser.open(site / "index.html", fragment="#?word=LIEGE")
    some = shown(browser)
    assert 0 < len(some) < 45
    hidden = browser.run("return document.querySelector('article[hidden]').id")
    browser.run("location.hash = arguments[0]", hidden)
    assert browser.driver.execute_async_script("setTimeout(arguments[0], 30, 1)") == 1
    assert hidden in shown(browser)


def test_arabic_is_read_from_right_to_left_in_its_own_language(browser: Browser, folder: Path) -> None:
    arabic = published(folder, "arabic", "--lang", "ar", "--lang", "en")
    browser.open(arabic / "index.html")
    title = "document.querySelector('#in-arabic h3')"
    assert browser.run(f"return [{title}.lang, getComputedStyle({title}).direction]") == ["ar", "rtl"]
    assert browser.run("return document.documentElement.lang") == "en"


def test_without_a_script_everything_is_there(browser: Browser, site: Path) -> None:
    browser.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(site / "index.html")
        assert len(browser.driver.find_elements("css selector", "article")) == 45
        assert not browser.driver.find_element("css selector", "form").is_displayed()
    finally:
        browser.command("Emulation.setScriptExecutionDisabled", value=False)
