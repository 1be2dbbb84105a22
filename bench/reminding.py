"""What finding the reminders of a day costs among a million duties, and a batch of five hundred with what was sent of each."""
import statistics
import time

from django.db import connection

from accounts.models import Agency, Province
from core import clock
from core.tenancy import within
from correspondence.models import Deadline, Reminder
from correspondence.queries import deadlines_to_remind, due_by

LIMITS = {"one day": 5, "batch of 500": 25}             # milliseconds
BATCH, DAYS, TIMES = 500, 1_095, 7
FILL = """
INSERT INTO correspondence_deadline (agency_id, public_id, subject_type, subject_id, subject_label, kind, event_on, days, rule, due_at,
    ladder, remind_on, opened_at, outcome)
SELECT %(agency)s, gen_random_uuid(), 'aftercare.duty', n::text, '자체점검', 'duty.due', %(today)s, 1, 'calendar',
    (%(today)s::date + n %% %(days)s + 30)::timestamp AT TIME ZONE 'Asia/Seoul', '[-180, -90, -30, -7, 0, 7, 14]',
    %(today)s::date - 1 + n %% %(days)s, %(today)s::timestamp - interval '400 days', ''
FROM generate_series(0, %(count)s - 1) AS n
"""


def many_duties(count):
    """An agency with so many open duties, the next reminder of each on one of the days of three years from yesterday on (a day
    begins at nine); as the owner role."""
    agency = Agency.objects.create(slug=f"duties{count}", name_ko="큰 사회서비스원", name_en="Large Social Service Agency",
                                   province=Province.objects.get(code="26"))
    with within(agency):
        with connection.cursor() as cursor:
            cursor.execute(FILL, {"agency": agency.pk, "today": clock.today(), "count": count, "days": DAYS})
        Reminder.everything.bulk_create([Reminder(deadline_id=pk, rung=-90, sent_at=clock.now()) for pk in
                                         Deadline.everything.values_list("pk", flat=True)[:count // 10]], batch_size=5_000)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE correspondence_deadline, correspondence_reminder")
    return agency, count


def measured(agency, count):
    """Prints the row: milliseconds in the database for the day, by the clock for the batch. True if both are in time and by the index."""
    with within(agency):
        day, rows, index = the_day()
        batch = statistics.median(timed() for _ in range(TIMES))
        found = len(deadlines_to_remind(BATCH))
    good = found == BATCH and day <= LIMITS["one day"] and batch <= LIMITS["batch of 500"] and "deadlines_to_remind" in index
    print(f"\ndue reminders among {count:,} duties: one day {day:.2f} ms for {rows} rows (≤ {LIMITS['one day']}), by {index}; batch of "
          f"{found} with what was sent of each {batch:.1f} ms (≤ {LIMITS['batch of 500']}). {'met' if good else 'missed'}", flush=True)
    return good


def the_day():
    """(milliseconds that PostgreSQL says a day's rows took, how many, the index)"""
    rows = due_by(clock.today()).filter(remind_on=clock.today())
    sql, parameters = rows.query.sql_with_params()
    spent, plan = [], []
    with connection.cursor() as cursor:
        for _ in range(TIMES):
            cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF) {sql}", parameters)
            plan = [line for (line,) in cursor.fetchall()]
            spent.append(float(plan[-1].split()[2]))
    by = next((line.split(" using ")[1].split()[0] for line in plan if " using " in line), plan[0].strip())
    return statistics.median(spent), rows.count(), by


def timed():
    began = time.perf_counter()
    deadlines_to_remind(BATCH)
    return (time.perf_counter() - began) * 1000
