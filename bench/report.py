"""The table: path, ratio, goal, met or missed, statements."""
import platform
import statistics

from bench.measure import ratio

AT_MOST_APART = 0.15
COLUMNS = {"clock": 0, "pace": 0, "CPU": 1}
HEAD = f"{'path':<27}{'ratio':>8}   {'against':<16}{'of':<7}{'goal':<8}{'verdict':<9}statements"


def apart(spent):
    """By how much two measurements of the same view differ, by the clock or in CPU."""
    return max(abs(ratio(spent["hello again"], spent["hello"], column) - 1) for column in (0, 1))


def line(goal, spent, queries, certain):
    """(One line of the table, whether its goal was missed)"""
    faster = goal.kind == "pace"
    pair = (spent[goal.to], spent[goal.path]) if faster else (spent[goal.path], spent[goal.to])
    found, sent = ratio(*pair, COLUMNS[goal.kind]), queries[goal.path]
    within_limit = goal.limit is None or (found >= goal.limit if faster else found <= goal.limit)
    missed = not within_limit or (goal.most is not None and sent > goal.most)
    wanted = "" if goal.limit is None else f"{'≥' if faster else '≤'} {goal.limit:g}"
    verdict = ("missed" if missed else "met") if certain else "-"
    most = "" if goal.most is None else f" (≤ {goal.most})"
    return f"{goal.path:<27}{found:8.2f} × {goal.to:<16}{goal.kind:<7}{wanted:<8}{verdict:<9}{sent}{most}", missed


def table(goals, spent, queries):
    """Print it. True if the machine was calm and every goal was met."""
    off = apart(spent)
    certain = off <= AT_MOST_APART
    hello = statistics.median(cpu for _, cpu in spent["hello"]) * 1000
    print(f"In one process, without a web server: CPU is this process's; the database's share shows by the clock only. "
          f"Python {platform.python_version()}, median of {len(spent['hello'])} rounds in turn.\n"
          f"hello: a view of the national site that returns five bytes, behind the same middleware: {hello:.2f} ms CPU. "
          f"Measured twice it is {off:.0%} apart{'' if certain else ': no verdict, the machine is too busy'}.\n"
          "Statements: BEGIN, COMMIT and savepoints left out; telling PostgreSQL the agency is one.\n")
    print(HEAD)
    lines = [line(goal, spent, queries, certain) for goal in goals]
    print("\n".join(words for words, _missed in lines))
    return certain and not any(missed for _words, missed in lines)
