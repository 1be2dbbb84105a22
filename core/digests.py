"""What is read, released and approved stands for exactly its content: the content's digest goes along with it."""
import hashlib
import json


def digest_of_content(content):
    """SHA-256 in hexadecimal, of the content as JSON with its names in order; days, moments and amounts as they are written."""
    said = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(said.encode()).hexdigest()
