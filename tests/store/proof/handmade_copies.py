"""Copies of pages that nobody ever published, and passages of every shape, each with its state in them.

The story is made up: a spinning mill on a river, and what three papers write of it.
"""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from html import escape
from pathlib import Path

from tui.core.proof.states import ABSENT, ALTERED, PROVED, REPEATED

ADDRESS = "https://www.gazette-du-val.example/filature"

PARAGRAPHS = (
    "La Filature du Val ferme ses portes",
    "Le conseil d’administration de la Filature du Val a annoncé mardi la fermeture de son atelier de Sart-le-Moulin. "
    "Environ 150 personnes y travaillent, dont 37 intérimaires ; 1 250 autres dépendent de ses commandes.",
    "«\u00a0Nous n’avons plus le choix\u00a0», déclare la directrice, Mme Lœwe. « L’énergie coûte 13,4 % de plus qu’en "
    "2024 — et la laine franco-marocaine n’arrive plus. »",
    "La production sera transférée entre le 1er octobre 2025 et le 31 mars 2026 : d’abord le cardage, puis le "
    "peignage, enfin la teinture. Le syndicat parle d’un « coup de massue » ; il demande un plan social.",
    "“We were told on a Tuesday,” said one spinner; “by Friday the looms were gone.” The co-operative’s offer – "
    "£2.5m, in cash – was refused twice. The off\u00adice of the mayor didn't comment.",
    "Volgens de vakbond verliezen 150 tot 163 mensen hun baan. ‘Dat is een ramp voor de streek’, zegt de burgemeester. "
    "De fabriek, opgericht in 1871, was de laatste van het dal.",
    "Le conseil communal se réunira jeudi. Le dossier est clos, dit-on à la Région. Rien n’est signé.",
    "Efficacité, flux, ﬂuidité : le plan « Ｖａｌ ２０３０ » promettait x² emplois… et n’en a créé aucun. "
    "Le dossier est clos.",
    "ＡＲＲÊＴ DES MACHINES LE 15 NOVEMBRE. 羊毛の価格は上がった。",
)

PASSAGES: tuple[tuple[str, str], ...] = (
    ("La Filature du Val ferme ses portes", PROVED),
    ("Le conseil d’administration de la Filature du Val", PROVED),
    ("Le conseil d'administration de la Filature du Val", PROVED),
    ("Le conseil d`administration de la Filature du Val", PROVED),
    ("Le conseil d’administration … atelier de Sart-le-Moulin", PROVED),
    ("Le conseil d’administration ... atelier de Sart-le-Moulin", PROVED),
    ("Le conseil d’administration […] atelier de Sart-le-Moulin", PROVED),
    ("Le conseil d’administration (...) atelier de Sart-le-Moulin", PROVED),
    ("Le conseil d’administration . . . atelier de Sart-le-Moulin", PROVED),
    ("Le conseil d’administration … la fermeture … Sart-le-Moulin", PROVED),
    ("Le conseil [...] annoncé mardi (…) son atelier … intérimaires", PROVED),
    ("atelier de Sart–le–Moulin", PROVED),
    ("atelier de Sart‑le‑Moulin", PROVED),
    ("Environ 150 personnes y travaillent", PROVED),
    ("Environ  150\u202fpersonnes\ty travaillent", PROVED),
    ("dont 37 intérimaires ; 1 250 autres", PROVED),
    ("1\u202f250 autres dépendent", PROVED),
    ("250 autres dépendent", ALTERED),
    ("ferme ses portes … 150 personnes", PROVED),
    ("« Nous n’avons plus le choix »", PROVED),
    ('" Nous n\'avons plus le choix ", déclare', PROVED),
    ("la directrice, Mme Lœwe", PROVED),
    ("coûte 13,4 % de plus", PROVED),
    ("coûte 13,4 % de plus qu’en 2024 - et la laine", PROVED),
    ("coûte 13", ALTERED),
    ("la laine franco-marocaine n’arrive plus", PROVED),
    ("transférée entre le 1er octobre 2025 et le 31 mars 2026", PROVED),
    ("transférée entre … 31 mars 2026", PROVED),
    ("le 31 mars 2026 : d’abord", PROVED),
    ("d’abord le cardage, puis … la teinture", PROVED),
    ("un « coup de massue »", PROVED),
    ("un ‘ coup de massue ’", PROVED),
    ("“We were told on a Tuesday,” said", PROVED),
    ("'We were told on a Tuesday,' said", PROVED),
    ("by Friday the looms were gone", PROVED),
    ("offer — £2.5m, in cash — was refused", PROVED),
    ("offer - £2.5m", PROVED),
    ("2.5m, in cash", PROVED),
    ("office of the mayor didn’t comment", PROVED),
    ("of\u200bfice of the mayor", PROVED),
    ("We were told … didn't comment", PROVED),
    ("verliezen 150 tot 163 mensen hun baan", PROVED),
    ("“Dat is een ramp voor de streek”, zegt", PROVED),
    ("opgericht in 1871", PROVED),
    ("de laatste van het dal.", PROVED),
    ("Le conseil communal se réunira jeudi", PROVED),
    ("Rien n’est signé", PROVED),
    ("Le dossier est clos", REPEATED),
    ("Le dossier est clos, dit-on", PROVED),
    ("Le conseil … Le dossier", REPEATED),
    ("le plan « Val 2030 » promettait", PROVED),
    ("flux, fluidité", PROVED),
    ("promettait x2 emplois", PROVED),
    ("x² emplois… et n’en a créé aucun", PROVED),
    ("ARRÊT DES MACHINES", PROVED),
    ("Arrêt des machines", ALTERED),
    ("羊毛の価格", PROVED),
    ("環境の価格", ABSENT),
    ("la filature du val ferme ses portes", ALTERED),
    ("La Filature du Val ferme ses port", ALTERED),
    ("La Filature du Val ouvre ses portes", ABSENT),
    ("Le conseil d’administrations de la Filature", ALTERED),
    ("Environ 160 personnes y travaillent", ALTERED),
    ("Environ 150 personnes y travaillaient", ALTERED),
    ("verliezen 150 tot 136 mensen hun baan", ALTERED),
    ("la teinture … le cardage", ABSENT),
    ("Rien n’est signé … Le conseil d’administration", ABSENT),
    ("personne n’a jamais écrit ces mots", ABSENT),
    ("Le conseil … personne n’a jamais écrit ces mots", ABSENT),
    ("xyz", ABSENT),
)

TEXT = "\n\n".join(PARAGRAPHS)


def html_page(charset: str = "utf-8") -> bytes:
    """The page as its site has it: around its text a menu, scripts and what nobody sees; in it links and marks."""
    paragraphs = [escape(one, quote=False) for one in PARAGRAPHS]
    paragraphs[1] = paragraphs[1].replace("Filature du Val", '<a href="/val">Fila<b>ture</b> du\n   Val</a>')
    paragraphs[3] = paragraphs[3].replace("1er", "1<sup>er</sup>").replace("octobre", "octo<!-- ! -->bre")
    paragraphs[4] = paragraphs[4].replace("£2.5m", "&pound;2.5m").replace("didn't", "didn&#39;t")
    paragraphs[5] = paragraphs[5].replace("De fabriek", "<br>De fabriek")
    body = "\n".join(f"<p>{one}</p>" for one in paragraphs[1:])
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>Filature | Gazette</title>'
        "<style>p::after { content: 'personne n’a jamais écrit ces mots' }</style></head><body>"
        "<nav><ul><li>Le conseil communal</li><li>Abonnez-vous</li></ul></nav>"
        "<script>var lead = 'personne n’a jamais écrit ces mots';</script>"
        f"<main><h1>{paragraphs[0]}</h1>{body}</main>"
        "<template>personne n’a jamais écrit ces mots</template>"
        '<img alt="personne n’a jamais écrit ces mots" src="data:image/png;base64,iVBORw0KGgo="></body></html>'
    ).encode(charset, "xmlcharrefreplace")


def text_in_lines(width: int = 40) -> str:
    """The text in short lines, as an old mail has it, words divided where they have a hyphen or are long."""
    lines: list[str] = []
    for paragraph in PARAGRAPHS:
        line = ""
        for word in re.split("[ \n]+", paragraph):
            if len(line) + len(word) + 1 > width and "-" in word and not line.endswith("-"):
                head, tail = word.split("-", 1)
                lines.append(f"{line} {head}-".strip())
                line = tail
            elif len(line) + len(word) + 1 > width and word.isalpha() and word.isascii() and len(word) > 7:
                lines.append(f"{line} {word[:4]}-".strip())
                line = word[4:]
            elif len(line) + len(word) + 1 > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines += [line, ""]
    return "\n".join(lines)


def pdf(*pages: str, secret: bool = False) -> bytes:
    """A PDF of pages of Western text, a line for each line, without anything else."""
    objects: list[bytes] = [
        b"",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        lines = page.encode("cp1252", "replace").split(b"\n")
        escaped = (re.sub(rb"([\\()])", rb"\\\1", line) for line in lines)
        drawn = b"BT /F1 10 Tf 50 800 Td 12 TL\n" + b"".join(b"(%b) Tj T*\n" % line for line in escaped) + b"ET"
        packed = zlib.compress(drawn)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    begin = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, begin))
    if not secret:
        return out.getvalue()
    from pypdf import PdfReader, PdfWriter

    locked, writer = io.BytesIO(), PdfWriter(clone_from=PdfReader(out))
    writer.encrypt("a word that nobody knows", algorithm="RC4-128")
    writer.write(locked)
    return locked.getvalue()


def pdf_bomb(megabytes: int) -> bytes:
    """A PDF of a few kilobytes whose one page unpacks to so many megabytes of drawing, twice packed."""
    whole = pdf("x")
    drawn = zlib.compress(zlib.compress(b"BT /F1 10 Tf (a) Tj ET " * (megabytes * 45_000), 9), 9)
    begin = whole.index(b"4 0 obj")
    stream = b"4 0 obj\n<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%b\nendstream\nendobj\n"
    return whole[:begin] + stream % (len(drawn), drawn) + whole[whole.index(b"5 0 obj") :]


def warc(*answers: tuple[str, str, dict[str, str], bytes], packed: bool = True) -> bytes:
    """A file of a web archive: for each answer its address, its status, its headers and its bytes."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for url, status, headers, data in answers:
        told = StatusAndHeaders(status, list(headers.items()), protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=told))
    return out.getvalue()


def answered_page(url: str = ADDRESS) -> tuple[str, str, dict[str, str], bytes]:
    """The answer of the page, packed as servers send it."""
    headers = {"Content-Type": "text/html; charset=iso-8859-1", "Content-Encoding": "gzip"}
    return url, "200 OK", headers, gzip.compress(html_page())


def write_copies(folder: Path) -> dict[str, Path]:
    """The copies of the page in all forms that are read, by kind."""
    moved = ("http://gazette-du-val.example/f", "301 Moved Permanently", {"Location": ADDRESS}, b"")
    whole = warc(
        moved, answered_page(), ("https://x.example/a.png", "200 OK", {"Content-Type": "image/png"}, b"\x89PNG")
    )
    wacz = io.BytesIO()
    with zipfile.ZipFile(wacz, "w") as zipped:
        zipped.writestr("archive/data.warc.gz", whole)
        zipped.writestr("datapackage.json", "{}")
    made = {
        "page.html": html_page(),
        "cp1252.htm": html_page("windows-1252"),
        "page.txt": TEXT.encode(),
        "lines.txt": text_in_lines().encode(),
        "page.warc": warc(moved, answered_page(), packed=False),
        "page.warc.gz": whole,
        "page.wacz": wacz.getvalue(),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in made}
