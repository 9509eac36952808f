"""Reads one PDF from standard input and writes its pages as JSON: the program behind `read_pdf`."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import sys

from pypdf import PdfReader
from pypdf.errors import PyPdfError


def extract(data: bytes, *, most_pages: int) -> dict[str, object]:
    """The text of each page with the file's title and date, or the problem in words."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return {"problem": "is locked with a password; save a copy without one"}
        if len(reader.pages) > most_pages:
            return {
                "problem": f"has {len(reader.pages):,} pages, more than the {most_pages:,} allowed; split it"
            }
        pages = [page.extract_text() for page in reader.pages]
    except MemoryError:
        return {"problem": "is a PDF that needs more memory to read than allowed"}
    except RecursionError:
        return {"problem": "is a PDF whose parts contain one another without end"}
    except Exception as error:
        # A broken PDF can make the parser fail in any way; the analyst needs its name and a reason.
        kind = "is a broken PDF" if isinstance(error, PyPdfError) else "is a PDF that could not be read"
        return {"problem": f"{kind}: {str(error)[:200] or type(error).__name__}"}
    return {"pages": pages, **_stated(reader)}


def _stated(reader: PdfReader) -> dict[str, str]:
    try:
        head = reader.metadata
        return (
            {"title": str(head.get("/Title", "")), "made": str(head.get("/CreationDate", ""))} if head else {}
        )
    except Exception:
        # Broken metadata is no reason to lose the text.
        return {}


def _limit_memory(most_bytes: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))


def main() -> None:
    logging.disable(logging.CRITICAL)
    _limit_memory(int(sys.argv[2]))
    found = extract(sys.stdin.buffer.read(), most_pages=int(sys.argv[1]))
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))


if __name__ == "__main__":
    main()
