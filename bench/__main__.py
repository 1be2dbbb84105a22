"""`python -m bench`: its own servers, its own rows, one table. FULL=1 adds an agency with 100,000 providers,
ONLY=deadline measures the last minute of a round alone, ONLY=documents a round's certificates, ONLY=register the public register
(ROUNDS=5 for a quick look)."""
import os
import sys

os.environ |= {"DJANGO_SETTINGS_MODULE": "bench.settings", "DATABASE_AS": "web", "LOG_LEVEL": "ERROR", "RELEASE": "bench",
               "SECRET_KEY": "bench" * 10}

import django

django.setup()

from bench.run import main  # noqa: E402  (the house's modules want settings)

if __name__ == "__main__":
    sys.exit(main())
