"""Take each guard out of a copy of the house and see its tests go red."""
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.built import BEGUN, NAMED, PLACE, fingerprint
from tests.cluster import in_memory
from tests.sabotage import HOUSE, guards

LEFT_OUT = shutil.ignore_patterns(".*", "var", "node_modules")         # what is compiled goes along: it is read by the date of its source
AT_ONCE = 2
SHAPES = ("migrations/", "walls", "tenancy")        # a spoiled file of these may spoil the database: it is built anew
RAISES = "models"                                   # of these its walls: they are raised anew


def run(guard, file, there, without, tests):
    """(guard, "red") or (guard, why not)."""
    with tempfile.TemporaryDirectory(prefix="sabotage-", dir=in_memory()) as place:
        os.chmod(place, 0o755)
        copy = Path(place) / "h"
        shutil.copytree(HOUSE, copy, ignore=LEFT_OUT, ignore_dangling_symlinks=True)
        spoiled = copy / file
        text = spoiled.read_text()
        if there not in text:
            return guard, f"{there!r} is not in {file}"
        spoiled.write_text(text.replace(there, without))
        environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(copy), "POOM_BUILT": str(PLACE)}
        if not any(word in file for word in SHAPES):
            environment[BEGUN if RAISES in file else NAMED] = fingerprint()
        done = subprocess.run([sys.executable, "-m", "pytest", "-x", *shlex.split(tests)], cwd=copy, capture_output=True, text=True,
                              env=environment)
        failed = done.returncode == 1 and "\nFAILED " in done.stdout           # an error while collecting proves nothing
        return guard, "red" if failed else f"NOT RED ({done.returncode}): {done.stdout[-400:]}"


def main(words):
    chosen = [guard for guard in guards() if not words or any(word in " ".join(guard[:2]) for word in words)]
    with ThreadPoolExecutor(AT_ONCE) as several:
        answers = list(several.map(lambda guard: tell(run(*guard)), chosen))
    wrong = [guard for guard, answer in answers if answer != "red"]
    print(f"{len(answers)} guards taken out, {len(answers) - len(wrong)} red" + (f"; not red: {', '.join(wrong)}" if wrong else ""))
    return bool(wrong)


def tell(answer):
    print(f"{answer[1]:4} {answer[0]}" if answer[1] == "red" else f"---- {answer[0]}: {answer[1]}", flush=True)
    return answer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
