"""What an agency may start with: the sample framework, shown as a sample until it has its own, and the documents applicants hand in."""
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent


def sample_content(edition="2024"):
    """What `draft_version` takes, of the sample's edition 2024 or 2025; 2025 is 2024 with some indicators worded anew."""
    content = json.loads((HERE / "sample_framework.json").read_text())
    if edition == "2024":
        return content
    anew = json.loads((HERE / f"sample_framework_{edition}.json").read_text())["changes"]
    return content | {"indicators": [indicator | anew.get(indicator["code"], {}) for indicator in content["indicators"]]}


def applicant_documents():
    """The usual documents of a round, as RoundDocument's fields, in their order."""
    return json.loads((HERE / "applicant_documents.json").read_text())


def licence():
    """Under which open data are given away: code, names, address and words in both languages, with {source} and {day} to be filled in."""
    return json.loads((HERE / "licence.json").read_text())
