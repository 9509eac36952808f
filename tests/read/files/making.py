"""Small files made on the spot: a PDF of given lines, a zip of given members."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from brink.read.document import Document, Problem


def a_pdf(pages: Sequence[Sequence[str]], *, made: str = "20221103") -> bytes:
    """A PDF with one line of text under the other on each page."""
    kids = " ".join(f"{4 + 2 * k} 0 R" for k in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 11 Tf 72 720 Td {shown} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< /Title (Border report) /CreationDate (D:{made}120000) >>")
    return _assembled(objects)


def _assembled(objects: Sequence[str]) -> bytes:
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    out.write(f"xref\n0 {size}\n0000000000 65535 f \n{rows}".encode())
    out.write(
        f"trailer << /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    )
    return out.getvalue()


def a_zip(members: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def one_document(found: Sequence[Document | Problem]) -> Document:
    """The only thing found, which must be a document."""
    assert [type(item) for item in found] == [Document], found
    document = found[0]
    assert isinstance(document, Document)
    return document


def reasons(found: Sequence[Document | Problem]) -> dict[str, str]:
    return {item.source: item.reason for item in found if isinstance(item, Problem)}


def texts(found: Sequence[Document | Problem]) -> dict[str, str]:
    return {item.id: item.text for item in found if isinstance(item, Document)}
