"""A linker as a process of its own: links until it is told to end, or falls."""
import sys
from pathlib import Path

import django


def link_until(end):
    from core.tasks import link_audit

    while not end.exists():
        link_audit()


if __name__ == "__main__":
    django.setup()
    print("ready", flush=True)
    link_until(Path(sys.argv[1]))
