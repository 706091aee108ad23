"""The cost of a page: its making and its size, and the time from a save to the open browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure, report, told
from bench.generate import TEN_THOUSAND, generated
from bench.startup import ROOT, jalon, of_nobody

FEW = 50
SAVES = 20
MEGABYTE, KILOBYTE = 1_000_000, 1_000


def figures() -> Iterator[Figure]:
    """All that is measured of a page."""
    told("a page")
    with tempfile.TemporaryDirectory() as folder:
        for events, size, unit, most in ((TEN_THOUSAND, MEGABYTE, "MB", 15.0), (FEW, KILOBYTE, "kB", 200.0)):
            site = os.path.join(folder, str(events))
            began = time.perf_counter()
            made = jalon("publish", str(generated(events)), "-o", site, "--lang", "en")
            subprocess.run(made, env=of_nobody(folder), capture_output=True, check=True)
            seconds = time.perf_counter() - began
            if events == TEN_THOUSAND:
                yield Figure(f"page of {events:,} events", seconds, 5.0, "s", "read, gate, page, data, feed, picture")
            weight = os.path.getsize(os.path.join(site, "index.html")) / size
            yield Figure(f"size of that of {events:,}", weight, most, unit, "index.html")
        if shutil.which("chromium") and shutil.which("chromedriver"):
            yield save_to_browser(Path(folder))


def save_to_browser(folder: Path) -> Figure:
    """The time from the end of a save of the shipped timeline until its title is in the open browser; the slowest."""
    from tests.page.browser import Browser

    path = folder / "events.yaml"
    text = (ROOT / "events.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    server = subprocess.Popen(
        jalon("serve", str(path), "--port", "0"), env=of_nobody(str(folder)), stdout=subprocess.PIPE, text=True
    )
    times = []
    try:
        with Browser(folder / "browser") as browser:
            browser.go(server.stdout.readline().strip() if server.stdout else "")
            for number in range(SAVES):
                title = f"Save {number}"
                path.write_text(text.replace("title: Calls to Morocco", f"title: {title}", 1), encoding="utf-8")
                began = time.perf_counter()
                while browser.run("return document.querySelector('h1')?.textContent") != title:
                    pass
                times.append((time.perf_counter() - began) * 1000)
    finally:
        server.terminate()
        server.wait()
    return Figure("save to the open browser", max(times), 300, "ms", f"{SAVES} saves, the slowest")


if __name__ == "__main__":
    sys.exit(report(list(figures())))
