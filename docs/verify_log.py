#!/usr/bin/env python3
"""Check a public log of certificates with its published files alone.

    python3 verify_log.py https://poom.example/busan/log/ [--root root.cert.pem] [--kept head.json …]
    python3 verify_log.py a-folder-with-the-files/

Needs Python's standard library; for the signatures also the package `cryptography`, or the command `openssl`. In a folder the files are
head.json and entries-1.jsonl, entries-2.jsonl …. `--kept` names signed heads that you saved earlier: they prove that nothing before them
was changed since. `--root` is the certificate that issued the agency's; give the one that you got from elsewhere if you trust nobody here.

Each line is one entry. Its digest is the SHA-256 of its JSON without `digest`: keys in alphabetical order, no blanks, ASCII. `previous` is
the digest of the entry before it, of the first one 64 zeros. A head names position and digest of an entry, signed by the agency's key
(RSA, SHA-256, PKCS #1 v1.5) over its JSON in the same form.

It ends with 0 if everything holds, with 1 if anything does not, with 2 if it could not be read.
"""
import argparse
import base64
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

FIELDS = {"log", "at", "logged_at", "verb", "number", "code", "ended_as", "document", "language", "version", "sha256", "position",
          "previous", "valid_from", "valid_to", "suspended_from", "suspended_to", "ended_on", "effective_on", "digest"}


def canonical(facts):
    return json.dumps(facts, sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()


def check_chain(lines, log):
    """(what is wrong, {position: digest}); the first break ends it, since nothing behind it can be trusted."""
    previous, digests = "0" * 64, {0: "0" * 64}
    for number, line in enumerate(lines, 1):
        try:
            entry = json.loads(line)
            found, position, before = entry["digest"], entry["position"], entry["previous"]
        except (ValueError, KeyError, TypeError):
            return [f"entry {number} cannot be read"], digests
        if set(entry) != FIELDS:
            return [f"entry {number} has other fields than an entry"], digests
        if entry["log"] != log:
            return [f"entry {number} belongs to another log"], digests
        if position != number or before != previous:
            return [f"entry {number} does not follow the one before it: something was added, taken out or put in another order"], digests
        if hashlib.sha256(canonical({name: said for name, said in entry.items() if name != "digest"})).hexdigest() != found:
            return [f"entry {number} was changed"], digests
        digests[number] = previous = found
    return [], digests


def check_head(published, log, digests, root):
    """What is wrong with one signed head; (problems, what could not be checked)."""
    try:
        head, signature, chain = published["head"], base64.b64decode(published["signature"], validate=True), published["certificate"]
        position, digest, day = head["position"], head["digest"], str(head["signed_at"])[:10]
    except (KeyError, TypeError, ValueError):
        return ["a signed head cannot be read"], []
    problems = []
    if head.get("log") != log:
        problems.append(f"the head of {day} belongs to another log")
    if position not in digests:
        problems.append(f"the head of {day} names entry {position}, and the log ends before it: it was cut")
    elif digests[position] != digest:
        problems.append(f"entry {position} is not the one that was signed on {day}")
    holds = signature_holds(canonical(head), signature, chain, root)
    if holds is None:
        return problems, [f"the signature of {day} (neither `cryptography` nor `openssl`, or no root certificate)"]
    return problems + ([] if holds else [f"the signature of {day} does not hold"]), []


def signature_holds(content, signature, chain, root):
    """True, False, or None if there is nothing to check it with."""
    if not root:
        return None
    try:
        return _by_cryptography(content, signature, chain, root)
    except ImportError:
        return _by_openssl(content, signature, chain, root)


def _by_cryptography(content, signature, chain, root):
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding
    try:
        own, *issuers = x509.load_pem_x509_certificates(chain.encode())
        roots = x509.load_pem_x509_certificates(root)
        own.public_key().verify(signature, content, padding.PKCS1v15(), hashes.SHA256())
        for issuer in [*issuers, *roots]:
            if own == issuer:
                continue
            own.verify_directly_issued_by(issuer)
            own = issuer
        return bool(roots)              # the chain has been followed to them
    except (ValueError, TypeError, AttributeError, InvalidSignature):
        return False


def _by_openssl(content, signature, chain, root):
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        for name, said in (("content", content), ("signature", signature), ("chain", chain.encode()), ("root", root)):
            (place / name).write_bytes(said)
        try:
            key = subprocess.run(["openssl", "x509", "-in", place / "chain", "-noout", "-pubkey"], capture_output=True, check=False)
            (place / "key").write_bytes(key.stdout)
            asked = (["openssl", "dgst", "-sha256", "-verify", place / "key", "-signature", place / "signature", place / "content"],
                     ["openssl", "verify", "-no_check_time", "-CAfile", place / "root", "-untrusted", place / "chain", place / "chain"])
            return all(subprocess.run(words, capture_output=True, check=False).returncode == 0 for words in asked)
        except FileNotFoundError:
            return None


class Published:
    """The files, at an address or in a folder."""

    def __init__(self, place):
        self.place, self.is_web = place, "://" in place

    def read(self, name):
        if self.is_web:
            if not self.place.startswith(("https://", "http://")):
                raise OSError("only http and https")
            with urllib.request.urlopen(urllib.parse.urljoin(self.place.rstrip("/") + "/", name), timeout=60) as answer:  # noqa: S310  its scheme was looked at
                return answer.read()
        return (pathlib.Path(self.place) / name).read_bytes()

    def lines(self, files):
        for number in range(1, files + 1):
            yield from self.read(f"entries.jsonl?page={number}" if self.is_web else f"entries-{number}.jsonl").splitlines()

    def root(self):
        """The one that stands beside the log: good against a slip, not against whoever runs the site."""
        try:
            return self.read("../../verify/root.cert.pem" if self.is_web else "root.cert.pem")
        except OSError:
            return b""


def check(place, root=None, kept=()):
    """(problems, what could not be checked, how many entries, how many signed heads)."""
    published = Published(place)
    about = json.loads(published.read("head.json"))
    log, heads, total = about["log"], list(about["heads"]), about["entries"]
    problems, digests = check_chain(published.lines(int(about["files"])), log)
    if not problems and len(digests) - 1 != total:
        problems.append(f"head.json speaks of {total} entries, there are {len(digests) - 1}")
    heads += [head for saved in kept for head in (saved.get("heads", [saved]))]
    root, open_questions = published.root() if root is None else root, []
    for head in heads:
        wrong, unchecked = check_head(head, log, digests, root)
        problems += wrong
        open_questions += unchecked
    return problems, open_questions, len(digests) - 1, len(heads)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("place")
    parser.add_argument("--root", help="root.cert.pem")
    parser.add_argument("--kept", nargs="*", default=[], help="head.json as you saved it earlier")
    said = parser.parse_args(arguments)
    try:
        root = pathlib.Path(said.root).read_bytes() if said.root else None
        kept = [json.loads(pathlib.Path(name).read_bytes()) for name in said.kept]
        problems, unchecked, entries, heads = check(said.place, root, kept)
    except (OSError, ValueError, KeyError, TypeError) as away:
        print(f"The log could not be read: {away}")
        return 2
    for sentence in problems:
        print(f"WRONG: {sentence}")
    for sentence in unchecked:
        print(f"not checked: {sentence}")
    if not problems:
        print(f"The log is whole: {entries} entries, {heads} signed heads{'' if not unchecked else ', signatures not checked'}.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
