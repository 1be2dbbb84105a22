"""What of a performance report is approved and sealed: one canonical text of everything in it, and its SHA-256."""
import hashlib
import json


def content_of(report, entries):
    """Everything that was written, with the hash of every file. `entries` in the order of the indicators, each with its files."""
    return {
        "report": str(report.public_id), "agency": report.agency.slug, "year": report.year,
        "set": str(report.participation.indicator_set.public_id), "due_on": report.due_on.isoformat(),
        "entries": [{
            "indicator": one.indicator.code, "text": one.text, "figures": one.figures, "last_year": one.last_year,
            "files": [{"name": file.name, "sha256": file.sha256, "size": file.size} for file in one.files.all()]} for one in entries]}


def sealed_text(content):
    """(the canonical text, its SHA-256 in hexadecimal)."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return canonical, hashlib.sha256(canonical.encode()).hexdigest()
