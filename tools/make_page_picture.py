"""Make docs/page.png anew: the page of the shipped timeline as a browser shows it, for README.

Run with Debian's chromium: .venv/bin/python tools/make_page_picture.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "page.png"
TODAY = "2026-11-30"
WIDTH, HEIGHT = 1120, 1240
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync", "--hide-scrollbars")


def main() -> int:
    """Publish into a folder of its own, and have the browser draw what it opens with."""
    browser = shutil.which("chromium")
    if browser is None:
        sys.stderr.write("chromium is not here\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        publish = [sys.executable, "-m", "tui", "publish", str(ROOT / "events.yaml"), "-o", folder, "--lang", "en"]
        publish += ["-q", "tag:liege", "--no-script", "--today", TODAY]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        subprocess.run(publish, check=True, cwd=ROOT, env=env)  # noqa: S603 - this very jalon
        own = [f"--user-data-dir={folder}/browser", f"--window-size={WIDTH},{HEIGHT}", f"--screenshot={PICTURE}"]
        page = (Path(folder) / "index.html").as_uri()
        subprocess.run([browser, *FLAGS, *own, page], check=True, capture_output=True)  # noqa: S603 - found above
    return 0


if __name__ == "__main__":
    sys.exit(main())
