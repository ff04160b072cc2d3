"""Holds blank PDFs to the labels of their documents and to what PDF/A asks and a script can see.

Usage: paper.py FOLDER KEY…; FOLDER holds KEY.pdf and KEY.txt, forms/KEY/source.txt the labels.
"""

import re
import sys
from pathlib import Path

import pikepdf
from pikepdf import Name

LEVELS = {("3", "A")}
folder, keys = Path(sys.argv[1]), sys.argv[2:]
faults = []
pages = labels = 0


def dense(text):
    """Without blanks, which lines and cells put in where they need them, and without boxes."""
    return re.sub(r"[\s\u2610\u2611\u25a1]", "", text)


def lines_of(source):
    """As the form's own check reads them: a corrected typo keeps its original in brackets."""
    for line in source.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line and not line.startswith("#"):
            yield re.sub(r" \[[^\[\]]*\]$", "", line)


def judge(key, pdf):
    """What PDF/A asks of the file as a whole."""
    with pdf.open_metadata() as meta:
        level = (meta.get("pdfaid:part"), meta.get("pdfaid:conformance"))
        if level not in LEVELS:
            yield f"{key}: PDF/A-{level[0]}{level[1]}"
        if meta.get("dc:title") != str(pdf.docinfo.get("/Title")):
            yield f"{key}: two titles"
    if "/StructTreeRoot" not in pdf.Root or not pdf.Root.MarkInfo.get("/Marked", False):
        yield f"{key}: no structure"
    intents = pdf.Root.get("/OutputIntents")
    if intents is None or intents[0].S != Name.GTS_PDFA1 or "/DestOutputProfile" not in intents[0]:
        yield f"{key}: no output intent"
    if "/ID" not in pdf.trailer or "/Encrypt" in pdf.trailer:
        yield f"{key}: no id, or encrypted"
    for one in pdf.objects:
        if not isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            continue
        if "/AA" in one or "/JS" in one or str(one.get("/S", "")) in ("/JavaScript", "/Launch"):
            yield f"{key}: something in it runs"


for key in keys:
    text = dense((folder / f"{key}.txt").read_text(encoding="utf-8"))
    for line in lines_of(Path("forms") / key / "source.txt"):
        labels += 1
        if dense(line) not in text:
            faults.append(f"{key}: 「{line}」 is not on the paper")
    with pikepdf.open(folder / f"{key}.pdf") as pdf:
        pages += len(pdf.pages)
        faults.extend(judge(key, pdf))

for fault in faults:
    print(fault)
print(f"paper: {len(keys)} forms, {pages} pages, {labels} lines of their documents, {len(faults)} faults")
sys.exit(1 if faults or labels < 100 else 0)
