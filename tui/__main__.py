"""The beginning of jalon: `jalon`, or `python -m tui`."""

from __future__ import annotations

import sys

COMPLETE = "--complete"
"""The word by which a shell asks what may come next."""


def main() -> int:
    """Do what the command line asks, and answer with the exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == [COMPLETE]:
        import gc
        import os

        gc.disable()  # a shell waits
        from tui.cli.completion.candidates import main as complete

        os._exit(complete(arguments[1:]))  # nothing is open, and to end in good order takes time
    if arguments == ["--version"] and _say_version():
        return 0
    from tui.cli.base import streams

    return streams.guarded(_version if arguments == ["--version"] else lambda: _run(arguments))


def _say_version() -> bool:
    """Say the version with as little as that takes; False where output cannot be written to, which others tell."""
    try:
        _version()
        sys.stdout.flush()
    except (OSError, AttributeError):
        return False
    return True


def _version() -> int:
    """Say the version; nothing is imported for it."""
    from tui import __version__

    sys.stdout.write(f"jalon {__version__}\n")
    return 0


def _run(arguments: list[str]) -> int:
    # A command lives for a tenth of a second, too short to look for garbage, at its end too; the app looks at rest.
    import gc

    gc.disable()
    try:
        if len(arguments) < 2:  # click, which reads all other command lines, takes as long as an empty Python
            from tui.cli.commands.open_timeline import is_plain, open_plainly

            if is_plain(arguments):
                return open_plainly(arguments)
        from tui.cli.main import run

        return run(arguments)
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
