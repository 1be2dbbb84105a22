"""The list of guards is in step with the house; `python -m tests.sabotage` takes them out one by one."""
import shlex
from collections import Counter

from tests.architecture.sources import for_each
from tests.sabotage import HOUSE, guards

GUARDS = guards()


@for_each(GUARDS, named=lambda guard: guard[0])
def test_a_guard_stands_where_its_sabotage_looks_for_it(_name, file, there, without, tests):
    text = (HOUSE / file).read_text()
    assert there in text and there != without
    if file.endswith(".py"):
        compile(text.replace(there, without), file, "exec")
    named = [word for word in shlex.split(tests) if word.startswith("tests/")]
    assert named and all(stands(*name.partition("::")[::2]) for name in named)


def stands(file, test):
    return (HOUSE / file).exists() and f"def {test.partition('[')[0]}" in (HOUSE / file).read_text()


def test_each_guard_has_a_name_of_its_own():
    assert [name for name, times in Counter(guard[0] for guard in GUARDS).items() if times > 1] == []
    assert len(GUARDS) >= 45
