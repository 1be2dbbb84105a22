"""Signatures and the keys they are made with."""
SIGNING, KEYS, SHAPE = "tests/core/test_signing.py", "tests/core/test_signing_keys.py", "tests/ops/test_production_shape.py"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("a changed byte is seen", "core/signature_reading.py", "bool(status.intact and status.valid and whole)", "whole", f"{SIGNING} -k 'single_changed or changed_itself'"),
    ("a changed signature is seen", "core/signature_reading.py", "bool(status.intact and status.valid and whole)", "bool(status.intact and whole)", f"{SIGNING} -k changed_itself"),
    ("what is added behind is seen", "core/signature_reading.py", "bool(status.intact and status.valid and whole)", "bool(status.intact and status.valid)", f"{SIGNING} -k 'added_behind or heal'"),
    ("only our root is trusted", "core/signature_reading.py", "trusted=bool(status.trusted)", "trusted=bool(status.valid)", f"{SIGNING} -k 'foreign_root or without_a_root'"),
    ("a stranger's time is not believed", "core/signature_reading.py", "if stamp and stamp.valid and stamp.trusted else", "if stamp else", f"{SIGNING} -k by_a_stranger"),
    ("a broken file is a file without a signature", "core/signature_reading.py", "    except Exception:  # noqa", "    except AssertionError:  # noqa", f"{SIGNING} -k without_a_signature"),
    ("a silent service is a sentence", "core/signing.py", "    except TimestampRequestError:", "    except AssertionError:", f"{SIGNING} -k silent"),
    ("a changed key is loaded again", "core/signing.py", "    if known is None or known[0] != stand:", "    if known is None:", f"{KEYS} -k 'loaded_again or cannot_sign'"),
    ("a missing key is a sentence", "core/signing.py", "    except OSError:\n        raise Unavailable(no_key()) from None", "    except AssertionError:\n        raise Unavailable(no_key()) from None",
     f"{KEYS} -k cannot_sign"),
    ("a broken key is a sentence", "core/signing_keys.py", "    except (OSError, ValueError, TypeError):", "    except OSError:", f"{KEYS} -k cannot_sign"),
    ("key and certificate belong together", "core/signing_keys.py", " or certificates[0].public_key() != key.public_key():", ":", f"{KEYS} -k cannot_sign"),
    ("RSA keys only", "core/signing_keys.py", "not isinstance(key, rsa.RSAPrivateKey) or", "", f"{KEYS} -k cannot_sign"),
    ("a key is for its owner alone", "core/signing_keys.py", "(key_file(name), pem, 0o600)", "(key_file(name), pem, 0o644)", f"{KEYS} -k for_us_alone"),
    ("the keys' folder is private", "core/signing_keys.py", "exist_ok=True, mode=0o700)", "exist_ok=True)", f"{KEYS} -k for_us_alone"),
    ("keys are made once", "core/signing_keys.py", "        fcntl.flock(lock, fcntl.LOCK_EX)\n", "", f"{KEYS} -k at_once"),
    ("half a pair is left alone", "core/signing_keys.py", "    if any(there) and not all(there):", "    if False:", f"{KEYS} -k half_a_pair"),
    ("no second root", "core/signing_keys.py", "    if key_file(ROOT).exists():", "    if False:", f"{KEYS} -k second_root"),
    ("an agency's key issues nothing", "core/signing_keys.py", "x509.BasicConstraints(ca=False", "x509.BasicConstraints(ca=True", f"{KEYS} -k issues_nothing"),
    ("no agency is called root", "accounts/models/agency.py", '            "root"}', "            }", f"{KEYS} -k called_root"),
    ("web holds no signing keys", "docker-compose.yml", "      - {type: bind, source: ./signing/root.cert.pem, target: /srv/signing/root.cert.pem,", "      - {type: bind, source: ./signing, target: /srv/signing,", f"{SHAPE} -k signing_keys"),
]
