"""The words of a PDF, page by page."""

from __future__ import annotations

import io
import logging

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from tui.store.proof.copy_text import MOST_CHARACTERS, NoTextError


def pages_of_pdf(data: bytes) -> tuple[str, ...]:
    """The text of each page; NoTextError for what is encrypted or damaged."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NoTextError("encrypted")
        pages, characters = [], 0
        for page in reader.pages:
            pages.append(page.extract_text())
            characters += len(pages[-1])
            if characters > MOST_CHARACTERS:
                break
    except (NoTextError, MemoryError):
        raise
    except (FileNotDecryptedError, DependencyError):
        raise NoTextError("encrypted") from None
    except LimitReachedError:
        raise NoTextError("bomb") from None
    except Exception as error:  # a damaged PDF makes pypdf raise whatever its bytes lead to
        raise NoTextError("damaged") from error
    return tuple(pages)
