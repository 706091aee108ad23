"""The beginning of jalon: `jalon`, or `python -m tui`."""

from __future__ import annotations

import sys

from tui.cli.base import streams


def main() -> int:
    """Do what the command line asks, and answer with the exit code."""
    arguments = sys.argv[1:]
    return streams.guarded(_version if arguments == ["--version"] else lambda: _run(arguments))


def _version() -> int:
    """Say the version; nothing is imported for it."""
    from tui import __version__

    sys.stdout.write(f"jalon {__version__}\n")
    return 0


def _run(arguments: list[str]) -> int:
    # A command lives for a tenth of a second, too short to look for garbage, at its end too; the app looks at rest.
    import gc

    gc.disable()
    from tui.cli.main import run

    try:
        return run(arguments)
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
