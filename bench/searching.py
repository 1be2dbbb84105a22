"""What a search of the register costs the database: words of one to four syllables, there or not, in one district and service too."""
import statistics
import time

from django.db import connection

from accounts.models import District
from certification import queries
from core.tenancy import within
from providers.models import ServiceType

LIMITS = {100_000: 5, 1_000_000: 10}                    # rows, milliseconds
WORDS = ("솜", "뷁", "다솜", "뿌리", "해운대", "없는이", "치매예방", "새벽바다", "다솜 해운대", "ㄷㅅ", "ㅎㅇㄷ", "ㅃㅃ", "2024-077")
TIMES = 7


def measured(agency, count):
    """Prints a line for each search: milliseconds, rows, by which scan. True if all are in time."""
    place, service, good = District.objects.get(code="26350"), ServiceType.objects.order_by("pk")[1].pk, True
    print(f"\nSearch among {count:,} rows, at most {LIMITS[count]} ms in the database\n{'words':<16}{'in':<22}{'ms':>6}{'rows':>7}  by")
    with within(agency):
        for words in WORDS:
            for where, conditions in (("", {}), ("a district, a service", {"district": place, "services": [service]})):
                spent, found, index = one(queries.register_found(agency, words=words, **conditions))
                good = good and spent <= LIMITS[count]
                print(f"{words:<16}{where:<22}{spent:>6.2f}{found:>7}  {index}")
    return good


def one(rows):
    """(milliseconds PostgreSQL says it took, how many were found, the scan it began with), the median of several."""
    hits = rows.order_by().values("pk")[:queries.MOST + 1]
    sql, parameters = hits.query.sql_with_params()
    spent = []
    with connection.cursor() as cursor:
        for _ in range(TIMES):
            cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF) {sql}", parameters)      # the values in the text: planned as for this search
            plan = [line for (line,) in cursor.fetchall()]
            spent.append(float(plan[-1].split()[2]))
            time.sleep(0)
    return statistics.median(spent), hits.count(), plan[1].split("(")[0].strip(" ->")
