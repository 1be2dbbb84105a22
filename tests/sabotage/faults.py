"""What is lost or doubled when a part dies: seen with real workers, a stopped broker, a stopped database."""
ERRANDS, SITE, LINKERS = (f"tests/faults/test_{noun}.py" for noun in ("errands", "site", "linkers"))

GUARDS = [
    ("what a killed worker held is found", "core/outbox.py", "never_taken | dropped", "never_taken", f"{ERRANDS} -k killed"),
    ("what nobody took is found", "core/outbox.py", "never_taken | dropped", "dropped", f"{ERRANDS} -k emptied"),
    ("a connection that died is made again", "config/settings.py", '"CONN_HEALTH_CHECKS": True,', '"CONN_HEALTH_CHECKS": False,',
     f"{SITE} -k without_postgresql"),
    ("a database that is away has a page of its own", "core/failures.py", "(OperationalError, InterfaceError)", "InterfaceError",
     f"{SITE} -k without_postgresql"),
    ("two linkers, one chain", "core/audit.py", ".select_for_update()", "", f"{LINKERS} -k two_linkers"),
]
