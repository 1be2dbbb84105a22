"""Each guard of the house with the one change that takes it out and the tests that must go red: `python -m tests.sabotage [word]`."""
from importlib import import_module
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent.parent


def guards():
    """(guard, file, what stands there, what stands there without the guard, the tests), from every module beside this one."""
    nouns = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    return [guard for noun in nouns for guard in import_module(f"tests.sabotage.{noun}").GUARDS]
