"""Opens links to passages in a real browser, and tells whether it goes to the words and marks them.

    python tools/follow_links.py [FOLDER]     # needs Debian's chromium and chromium-driver; pictures go to FOLDER

A page is served on this machine in which passages of several shapes stand far down, between texts of no interest.
For each, the link that jalon builds is opened, and the picture of what the browser shows is looked at: a passage
that was found is in sight, and marked (`::target-text`) in a colour that nothing else on the page has. Beside the
pixels marked stands how far the page was scrolled.
"""

from __future__ import annotations

import base64
import http.server
import json
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import zlib
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tui.core.citation.links import link

DRIVER = "chromedriver"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--force-color-profile=srgb",
    "--window-size=800,600",
]  # fmt: skip
MARK = (255, 0, 255)
"""Red, green and blue of what is marked."""


class Shape(NamedTuple):
    """A passage as it stands on the page, and as it is written in a file."""

    name: str
    html: str
    start: str
    end: str | None = None
    is_there: bool = True


SHAPES = (
    Shape("plain", "<p>One two three jobs at risk in Liege.</p>", "three jobs at risk"),
    Shape("first … last", "<p>The contract of the centre runs out on the last day.</p>", "The contract", "last day"),
    Shape("hyphens", "<p>Le contrat-programme du call-centre est-il signé ?</p>", "contrat-programme du call-centre"),
    Shape("commas", "<p>Bruxelles, Liège, et Namur, dit-on.</p>", "Bruxelles, Liège, et Namur"),
    Shape("ampersand", "<p>TotalEnergies Power &amp; Gas Belgium speaks.</p>", "Power & Gas Belgium"),
    Shape("French quotes", "<p>Il parle d’une « logique de coûts » assumée.</p>", "d’une « logique de coûts » assumée"),
    Shape(
        "no-break spaces on the page",
        "<p>Elle pèse 15 à 20&nbsp;% de l’activité, soit «&nbsp;beaucoup&nbsp;».</p>",
        "15 à 20 % de l’activité, soit « beaucoup »",
    ),
    Shape(
        "no-break spaces in the file",
        "<p>Quelque 90 000 emplois : la filière pèse 13,4 milliards.</p>",
        "90\u00a0000 emplois\u00a0: la filière",
    ),
    Shape("narrow no-break spaces", "<p>Environ 148\u202f500 emplois stables.</p>", "Environ 148 500 emplois"),
    Shape("accents", "<p>L’échéance tombe fin décembre à Liège.</p>", "L’échéance tombe fin décembre"),
    Shape("curly on the page", "<p>Les responsables d’Ikanbi ont dit “non”.</p>", 'd\'Ikanbi ont dit "non"'),
    Shape("curly in the file", "<p>L'arrivée d'un autre prestataire.</p>", "L’arrivée d’un autre prestataire"),
    Shape("across blocks", "<p>Le début du texte</p><p>et sa suite, plus loin.</p>", "Le début", "sa suite"),
    Shape("across a list", "<ul><li>premier point</li><li>deuxième point</li></ul>", "premier", "deuxième point"),
    Shape("within markup", "<p>Les <b>150 em</b>plois <i>sont</i> menacés.</p>", "150 emplois sont menacés"),
    Shape("line ends", "<p>Un texte\n   sur deux\n   lignes du fichier.</p>", "Un texte  sur deux\nlignes"),
    Shape("per cent and plus", "<p>A rise of 3.5% + 2 = 5.5 / year?</p>", "3.5% + 2 = 5.5 / year"),
    Shape("Arabic", "<p dir=rtl>مراكز الاتصال في المغرب</p>", "الاتصال في المغرب"),
    Shape("a part of a word", "<p>Les négociateurs arrivent.</p>", "négocia", is_there=False),
    Shape("words that are not there", "<p>Nothing of the sort.</p>", "quelque chose de tout autre", is_there=False),
)


def page() -> bytes:
    """The page, each passage a screen and more below the one before."""
    filler = "<p class=f>.</p>" * 60
    style = "body{margin:1em;background:#fff;color:#000} .f{color:#eee} ::target-text{background:#f0f;color:#000}"
    body = filler.join(shape.html for shape in SHAPES)
    return f"<!doctype html><meta charset=utf-8><style>{style}</style>{filler}{body}{filler}".encode()


class Page(http.server.BaseHTTPRequestHandler):
    """Serves the page under every path."""

    def do_GET(self) -> None:
        """The page."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Browser:
    """A browser that is told what to do over the WebDriver protocol (W3C)."""

    def __init__(self, port: int) -> None:
        quiet = subprocess.DEVNULL
        self.driver = subprocess.Popen([DRIVER, f"--port={port}"], stdout=quiet, stderr=quiet)  # noqa: S603 - our own
        self.base = f"http://127.0.0.1:{port}/session"
        wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args": FLAGS}}}}
        self.base += "/" + self._when_it_listens(wanted)["sessionId"]

    def follow(self, address: str) -> tuple[bytes, int]:
        """Open an address as a reader would; the picture of what is in sight, and how far down it is, in pixels."""
        self._ask("/url", {"url": "about:blank"})
        self._ask("/url", {"url": address})
        time.sleep(0.5)  # the words are looked for after the page has been laid out
        place = self._ask("/execute/sync", {"script": "return Math.round(scrollY)", "args": []})
        return base64.b64decode(self._ask("/screenshot")), place

    def close(self) -> None:
        """End it."""
        self._ask("", method="DELETE")
        self.driver.terminate()

    def _when_it_listens(self, wanted: object) -> Any:
        for _ in range(50):
            try:
                return self._ask("", wanted)
            except urllib.error.URLError:
                time.sleep(0.2)
        raise SystemExit(f"{DRIVER} does not answer")

    def _ask(self, path: str, what: object = None, method: str | None = None) -> Any:
        data = None if what is None else json.dumps(what).encode()
        kind = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.base + path, data, kind, method=method)  # noqa: S310 - the same
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - this machine's own port
            return json.load(answer)["value"]


def marked(data: bytes) -> int:
    """The number of pixels of a PNG picture (8 bits, RGB or RGBA) in the colour of the mark."""
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    size = {2: 3, 6: 4}[data[25]]
    packed = b"".join(data[at + 8 : at + 8 + int.from_bytes(data[at : at + 4], "big")] for at in chunks(data))
    raw = zlib.decompress(packed)
    stride, before, count = width * size, bytearray(width * size), 0
    for y in range(height):
        kind, row = raw[y * (stride + 1)], bytearray(raw[y * (stride + 1) + 1 : (y + 1) * (stride + 1)])
        unfilter(kind, row, before, size)
        count += sum(tuple(row[x : x + 3]) == MARK for x in range(0, stride, size))
        before = row
    return count


def chunks(data: bytes) -> list[int]:
    """The places where the pieces of the picture itself begin."""
    places, at = [], 8
    while at < len(data):
        if data[at + 4 : at + 8] == b"IDAT":
            places.append(at)
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return places


def unfilter(kind: int, row: bytearray, above: bytearray, size: int) -> None:
    """Undo the filter of a row, in place (PNG, section 9)."""
    for x in range(len(row)):
        left, up = row[x - size] if x >= size else 0, above[x]
        corner = above[x - size] if x >= size else 0
        if kind == 4:
            distances = [(abs(up - corner), left), (abs(left - corner), up), (abs(left + up - 2 * corner), corner)]
            guess = min(distances, key=lambda one: one[0])[1]
        else:
            guess = (0, left, up, (left + up) // 2)[kind]
        row[x] = (row[x] + guess) & 255


def main() -> int:
    """A line a shape; the exit code is 1 when one is not as it should be."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    browser = Browser(server.server_port + 1)
    wrong = 0
    for number, shape in enumerate(SHAPES, 1):
        picture, place = browser.follow(link(f"http://127.0.0.1:{server.server_port}/", shape.start, shape.end) or "")
        name = re.sub("[^a-z]+", "-", shape.name.lower()).strip("-")
        (folder / f"{number:02}-{name}.png").write_bytes(picture)
        pixels = marked(picture)
        good = (pixels > 0 and place > 0) is shape.is_there
        wrong += not good
        sys.stdout.write(f"{'ok' if good else 'NO':3}{shape.name:30}{pixels:7} marked, {place:6} down\n")
    browser.close()
    server.shutdown()
    return wrong > 0


if __name__ == "__main__":
    sys.exit(main())
