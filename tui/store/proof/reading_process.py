"""The process that reads copies: a path and an address a line come in, the text and the hash of a copy go out."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import suppress

from tui.store.proof.copy_text import MOST_BYTES, CopyText, NoTextError, kind_of
from tui.store.proof.document_text import text_of

_MEMORY = 384 * 1024 * 1024
"""Bytes that this process may have."""


def main() -> None:
    """Answer each line of standard input with one on standard output, until there is none."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints goes where nobody reads it
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
    for line in sys.stdin.buffer:
        path, url = json.loads(line)
        answers.write(json.dumps(_read(path, url), ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        answers.flush()


def _read(path: str, url: str | None) -> CopyText:
    """The text of one copy, or why it has none."""
    kind, sha256 = kind_of(path), ""
    try:
        with open(path, "rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            if kind in ("warc", "wacz"):
                from tui.store.proof import warc_text

                found = (warc_text.text_of_warc if kind == "warc" else warc_text.text_of_wacz)(file, url)
            else:
                data = file.read(MOST_BYTES + 1)
                if len(data) > MOST_BYTES:
                    raise NoTextError("too-large", f"{MOST_BYTES:,}")
                found = text_of(data, kind or "text")
        return found._replace(sha256=sha256)
    except NoTextError as error:
        return CopyText((), False, sha256, error.why, error.detail)
    except MemoryError:
        return CopyText((), False, sha256, "too-much-memory")
    except OSError as error:
        return CopyText((), False, sha256, "unreadable", error.strerror or type(error).__name__)
    except Exception:  # what a library makes of the bytes of strangers may be anything
        return CopyText((), False, sha256, "damaged")


if __name__ == "__main__":
    main()
