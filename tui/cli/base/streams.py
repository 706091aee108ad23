"""Standard output and standard error, and the many ways in which a program ends."""

from __future__ import annotations

import codecs
import errno
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress

OK, FAILED, MISUSED, BUG, INTERRUPTED = 0, 1, 2, 70, 130
"""Exit codes; 70 is EX_SOFTWARE of sysexits.h, 130 is 128 and SIGINT."""

LEAST_WIDTH, PAGE_WIDTH, MOST_WIDTH = 20, 100, 1000
"""Cells: the least that is drawn to, what is drawn to where nothing says, and the most."""

ESCAPES = "jalon.escapes"
"""The error handler that writes what an encoding lacks as JSON would: `\\u00e9`."""

_UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF}
"""The reasons why a write fails for good; nothing else that jalon does and does not catch fails so."""


def guarded(run: Callable[[], int]) -> int:
    """Run the program, and turn every way in which it can end into an exit code and a line at most."""
    try:
        _prepare()
        code = run()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as `head`, has had enough: no failure
        _silence()
        return OK
    except KeyboardInterrupt:
        _silence()
        return INTERRUPTED
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            return _bug(error)
        _silence()
        from tui.core.text.messages import _

        complain(_("cannot write: {reason}", reason=(error.strerror or _("the output is closed")).lower()))
        return FAILED
    except Exception as error:  # the one place: whatever gets here is a bug, and is said as one
        return _bug(error)
    return code


def complain(message: str, hint: str | None = None) -> None:
    """Say what is wrong, and its cure if there is one."""
    from tui.core.text.messages import _, translated

    said = translated(message)
    inform(_("jalon: {message}; {hint}", message=said, hint=translated(hint)) if hint else f"jalon: {said}")


def inform(message: str) -> None:
    """One line on standard error; where nobody can hear it, it is not said."""
    from tui.core.text.clean import clean_line
    from tui.core.text.messages import translated

    with suppress(OSError):
        sys.stderr.write(f"{clean_line(translated(message))}\n")
        sys.stderr.flush()


def write_json(answer: object, *, is_line: bool = False) -> None:
    """An answer as data on standard output: indented, or all of it on one line."""
    from tui.core.text.clean import to_json

    sys.stdout.write(to_json(answer, indent=None if is_line else 2) + "\n")


def write_csv(names: Iterable[str], rows: Iterable[Iterable[object]], *, has_bom: bool = False) -> None:
    """A row of names and the rows of a table on standard output (RFC 4180); a BOM says that it is UTF-8, and it is."""
    import csv

    if has_bom:
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")
        sys.stdout.write("\ufeff")
    table = csv.writer(sys.stdout)
    table.writerow(names)
    table.writerows(rows)


def width(asked: int | None = None) -> int:
    """Cells to draw to: what is asked for, else COLUMNS, else the terminal's, else a page's."""
    if asked is None:
        named = os.environ.get("COLUMNS", "")
        asked = int(named) if named.isdecimal() and len(named) < 9 else 0
    return min(max(asked or _terminal_width() or PAGE_WIDTH, LEAST_WIDTH), MOST_WIDTH)


def is_terminal() -> bool:
    """True when standard output is one."""
    return sys.stdout.isatty()


def writes_unicode() -> bool:
    """True when standard output can take every character."""
    return sys.stdout.encoding.lower().replace("-", "").startswith("utf")


def as_written(text: str) -> str:
    """The text as standard output shows it: what its encoding lacks is escaped."""
    return text.encode(sys.stdout.encoding, ESCAPES).decode(sys.stdout.encoding)


def _terminal_width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return 0


def _prepare() -> None:
    """Make standard output and error take any text, and fail here and now when output is closed."""
    codecs.register_error(ESCAPES, _escaped)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for the life of the process
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - the same
        raise OSError(errno.EBADF, "standard output is closed")  # no words: nobody could see them
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # a test's stand-in may have none
        if reconfigure is not None:
            reconfigure(errors=ESCAPES)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), error.end


def _silence() -> None:
    """Send what is still to be written nowhere, or the interpreter's last flush would fail, and say so."""
    real = sys.__stdout__
    if real is not None and sys.stdout is real:  # a stand-in for it may share its descriptor with others
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), real.fileno())


# ---- Bugs ----


def _bug(error: Exception) -> int:
    """Say in one line that jalon failed; where it did goes to a log, without anything the user wrote."""
    _silence()
    from tui.core.text.messages import _

    name = type(error).__name__
    try:
        path = _log(_account(error))
    except OSError as unwritable:
        complain(
            _("this is a fault of jalon's own ({name}); no log of it ({reason})", name=name, reason=unwritable.strerror)
        )
    else:
        complain(_("this is a fault of jalon's own ({name}); where it happened is in {path}", name=name, path=path))
    return BUG


def _account(error: BaseException) -> str:
    """The kinds of the exceptions and where they were raised: no message, no line of source, no value."""
    from tui import __version__

    lines = [f"jalon {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]  # no words: for a log
    seen: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in seen:
        seen.append(cause)
        kind = type(cause)
        because = "because of " if len(seen) > 1 else ""  # no words: for a log
        lines.append(f"{because}{kind.__module__}.{kind.__qualname__}")
        lines += _frames(cause)
        cause = _behind(cause)
    return "\n".join(lines) + "\n"


def _behind(error: BaseException) -> BaseException | None:
    """The exception that led to one: its cause, the error that Textual's WorkerFailed carries, its context."""
    carried = getattr(error, "error", None)
    return error.__cause__ or (carried if isinstance(carried, BaseException) else None) or error.__context__


def _frames(error: BaseException, most: int = 60) -> list[str]:
    """The innermost frames, outermost first."""
    frames = []
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        frames.append(f"  {code.co_filename}:{step.tb_lineno} in {code.co_qualname}")
        step = step.tb_next
    return frames[-most:]


def _log(text: str) -> str:
    """Write the log, for its owner's eyes only, over that of the last bug; its path is the answer."""
    from tui.store.system import environment

    path = environment.bug_log()
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w", encoding="utf-8") as log:
        os.fchmod(descriptor, 0o600)  # one that was there may have been open to others
        log.write(text)
    return path
