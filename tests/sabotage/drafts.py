"""Guards of a draft that is written: nobody overwrites another, nothing is kept beside the seal, who is there is seen by its own people."""
ANSWERS, COMPANY, RACES = "evaluations/workflow/answers.py", "tests/evaluations/test_portal_company.py", "tests/evaluations/test_races.py"
APPLICATION, PRESENCE, PORTAL = "evaluations/workflow/application.py", "core/presence.py", "tests/evaluations/test_portal.py"

GUARDS = [
    ("draft: an older page overwrites nothing", "core/versions.py",
     "rows.filter(version=base_version).update(**change)", "rows.update(**change)",
     f"{RACES}::test_of_two_who_save_one_answer_at_once_one_is_told"),
    ("draft: handing in makes every open page older", APPLICATION,
     "    _close_open_pages(application)\n    missing", "    missing",
     f"{RACES}::test_what_is_saved_while_it_is_handed_in_is_sealed"),
    ("draft: what was handed in meanwhile is said", ANSWERS,
     "    if not now.application.is_writable:\n        return Saved(now, is_closed=True)\n", "",
     f"{COMPANY}::test_whoever_saves_while_it_is_handed_in_finds_that_it_was"),
    ("draft: each consent is kept", ANSWERS,
     "        for kind, agreed in said.items())", "        for kind, agreed in list(said.items())[:1])",
     f"{COMPANY}::test_what_was_agreed_to_is_kept_in_its_words"),
    ("company: who has gone is forgotten", PRESENCE,
     "            pipe.zremrangebyscore(place, 0, now - SECONDS)\n            pipe.zadd", "            pipe.zcard(place)\n            pipe.zadd",
     f"{COMPANY}::test_who_was_not_heard_of_for_a_minute_is_forgotten"),
    ("company: without Redis nobody is seen", PRESENCE,
     "    except redis.RedisError:\n        return []", "    except ZeroDivisionError:\n        return []",
     f"{COMPANY}::test_without_redis_the_page_works_and_nobody_is_seen"),
    ("company: another thing is another place", PRESENCE,
     ":{thing._meta.label_lower}:{thing.pk}", ":{thing._meta.label_lower}",
     f"{COMPANY}::test_another_answer_is_another_place"),
]
