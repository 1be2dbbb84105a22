"""What is written down and done later: audit, access log, outbox, forms, the desk's tables, rules of the source."""
AUDIT, LOG, OUTBOX = "tests/core/test_audit.py", "tests/core/test_access_log.py", "tests/core/test_outbox.py"
WORKFLOW, FORMS, ADMIN = "tests/core/test_workflow.py", "tests/core/test_forms.py", "tests/core/test_admin.py"
ERRANDS, SERVERS, MOVES, SOURCES = "tests/faults/test_errands.py", "tests/faults/test_servers.py", "tests/architecture/test_moves.py", "tests/architecture/test_sources.py"

GUARDS = [
    # numbers and codes
    ("one number at a time", "core/numbers.py", "Series.everything.select_for_update().get(", "Series.everything.get(", "tests/core/test_numbers.py -k 'at_once or meanwhile'"),
    ("who makes the counter at once makes one", "core/numbers.py", ", ignore_conflicts=True)", ")", "tests/core/test_numbers.py"),
    ("a counter is never lowered", "core/numbers.py", "    if counter.last < number:", "    if True:", "tests/core/test_numbers.py -k before_the_system"),
    ("a taken code is drawn again", "core/codes.py", "        except IntegrityError:\n            continue", "        except IntegrityError:\n            raise", "tests/core/test_codes.py -k 'drawn_again'"),
    ("an endless draw ends", "core/codes.py", "    for _ in range(TRIES):", "    while True:", "tests/core/test_codes.py -k five_times"),
    ("misread letters are understood", "core/codes.py", ".translate(MISREAD)", "", "tests/core/test_codes.py -k however"),
    ("what is no code is not looked up", "core/codes.py", "if len(code) == LENGTH and set(code) <= set(ALPHABET) else", "if code else", "tests/core/test_codes.py -k 'no_code or not_looked_up'"),
    ("a code is never changed", "config/national.py", '"core_publiccode": (ADD,', '"core_publiccode": (ALL,', "tests/core/test_codes.py -k never_changed"),
    ("words searched for are decomposed", "core/search.py", 'unicodedata.normalize("NFD", " ".join', '("".join)(" ".join', "tests/core/test_search.py"),
    ("wildcards are no words", "core/search.py", 'NOT_A_WORD.sub(" ", unicodedata', '(lambda _s, text: text)(" ", unicodedata', "tests/core/test_search.py"),
    # workflow
    ("illegal moves are refused", "core/workflow.py", "refuse_if(to not in subject.MOVES[came_from],", "refuse_if(False,", f"{MOVES} -k illegal"),
    ("a move saves the stage", "core/workflow.py", '    subject.save(update_fields=["stage"])\n', "", f"{MOVES} {WORKFLOW} -k 'legal_move or moving_saves'"),
    ("require refuses", "core/workflow.py", "    if not allowed:\n        raise PermissionDenied", "    if False:\n        raise PermissionDenied", f"{WORKFLOW} -k require"),
    ("a lock holds", "core/workflow.py", 'rows.select_for_update(of=("self",), no_key=True)', "rows", f"{WORKFLOW} -k locks_second"),
    # audit
    ("digests are checked", "core/audit.py", " or link.digest != digest_of(link.event, expected, previous)", "", f"{AUDIT} -k edited"),
    ("a cut tail is found", "core/audit.py", "    if head and (head.position, head.digest) != (expected - 1, previous):", "    if False:", f"{AUDIT} -k cut_tail"),
    ("an inserted event is found", "core/audit.py", "return expected if events_without_place() else None", "return None", f"{AUDIT} -k 'inserted or without_a_link'"),
    ("a changed name is found", "core/audit.py", "        if not labels_hold(link.event):", "        if False:", f"{AUDIT} -k erased"),
    ("an erased name is no breach", "core/audit.py", "return label is None or hmac", "return label is not None and hmac", f"{AUDIT} -k erased"),
    ("names are sealed with a key", "core/audit.py", "hmac.new(settings.AUDIT_KEY.encode(),", 'hmac.new(b"",', f"{AUDIT} -k tried_out"),
    ("the moment is in the digest", "core/audit.py", '"at": event.at.astimezone(UTC).isoformat(timespec="microseconds"), ', "", f"{AUDIT} -k edited"),
    ("each link names the one before", "core/audit.py", '"previous": previous, ', "", f"{AUDIT} -k rewritten_to_fit"),
    ("one linker at a time", "core/audit.py", "AuditHead.everything.select_for_update().get", "AuditHead.everything.get", f"{AUDIT} -k eight"),
    ("what is linked waits no longer", "core/audit.py", "    AuditPending.everything.filter(pk__in=[pending.pk for pending in waiting]).delete()\n", "", f"{AUDIT} -k wait_until"),
    # access log
    ("a refused read is noted", "core/access_log.py", "        notes = notes + refused(request)", "        pass", f"{LOG} -k refused"),
    ("a read whose page failed is noted", "core/middleware.py", "        if response.status_code >= 500 and (request.accesses or request.security_events):", "        if False:", f"{LOG} -k page_failed"),
    ("the log keeps the real clock", "core/access_log.py", "AccessEntry(at=clock.real_now()", "AccessEntry(at=clock.now()", f"{LOG} -k real_clock"),
    ("citizens leave no trace", "core/access_log.py", "if not notes or not request.user.is_authenticated:", "if not notes:", f"{LOG} -k citizens"),
    ("nobody forges where they come from", "core/peers.py", "            return seen[-settings.PROXIES]", "            return seen[0]", f"{LOG} -k own_proxy"),
    # outbox
    ("rung after commit", "core/outbox.py", "    transaction.on_commit(lambda: ring(agency_id, errand_id), robust=True)      #", "    ring(agency_id, errand_id)      #", f"{OUTBOX} -k 'after_commit_and or undone'"),
    ("a broken bell breaks nothing", "core/outbox.py", "robust=True)      #", "robust=False)      #", f"{SERVERS} -k without_a_broker"),
    ("a silent bell holds nobody up", "config/settings.py", '"max_retries": 0, "interval_start": 0, "interval_step": 0,', "", f"{SERVERS} -k without_a_broker"),
    ("done is done", "core/outbox.py", "filter(pk=errand_id, done_at=None, poisoned_at=None)", "filter(pk=errand_id, poisoned_at=None)", f"{OUTBOX} -k 'however or never_taken'"),
    ("set aside is set aside", "core/outbox.py", "filter(pk=errand_id, done_at=None, poisoned_at=None)", "filter(pk=errand_id, done_at=None)", f"{OUTBOX} -k fifth"),
    ("a lease", "core/outbox.py", "    free = undone.filter(Q(leased_until=None) | Q(leased_until__lt=Now()))", "    free = undone", f"{OUTBOX} -k 'taken_twice or waits'"),
    ("a higher token each time", "core/outbox.py", 'token=F("token") + 1, ', "", f"{OUTBOX} -k 'higher_token or late_worker'"),
    ("the fence", "core/outbox.py", "Errand.everything.filter(pk=errand.pk, token=errand.token, done_at=None).update(done_at=Now())",
     "Errand.everything.filter(pk=errand.pk).update(done_at=Now())", f"{OUTBOX} -k late_worker"),
    ("effect and completion together", "core/outbox.py", "            task(**errand.arguments)\n            finish(errand)", "            task(**errand.arguments)\n        with within(agency):\n            finish(errand)",
     f"{OUTBOX} -k late_worker"),
    ("a late failure changes nothing", "core/outbox.py", "    mine = Errand.everything.filter(pk=errand.pk, token=errand.token, done_at=None)", "    mine = Errand.everything.filter(pk=errand.pk)",
     f"{OUTBOX} -k late_failure"),
    ("longer each time", "core/outbox.py", " * 4 ** (errand.attempts - 1)", "", f"{OUTBOX} -k longer"),
    ("poison after five", "core/outbox.py", "poisoned_at=Now() if errand.attempts >= POISON_AFTER else None", "poisoned_at=None", f"{OUTBOX} -k fifth"),
    ("the sweeper rings", "core/outbox.py", "    for errand_id in errand_ids:\n        ring(agency.pk, errand_id)\n", "", f"{OUTBOX} -k sweeper_rings"),
    ("the sweeper leaves the held alone", "core/outbox.py", "filter(never_taken | dropped, done_at=None", "filter(done_at=None", f"{OUTBOX} -k sweeper_rings"),
    ("a task names its agency", "core/tasks.py", "            raise NoScope(self.name)", "            return super().__call__(*args, **kwargs)", f"{OUTBOX} -k names_its_agency"),
    ("an errand stands at its agency", "core/outbox.py", "        with within(agency), at_home_of(agency):", "        with within(agency):", f"{OUTBOX} -k speaks_for"),
    # forms
    ("forms are narrowed", "core/forms.py", "        for field in self.fields.values():\n            narrow(field, actor)\n", "", f"{FORMS} -k 'offers_only or not_offered'"),
    ("people are narrowed", "core/forms.py", "        field.queryset = rows.model.offered_here()", "        pass", f"{FORMS} -k choice_of_people"),
    ("uniqueness counts the agency", "core/forms.py", "if name in self.fields or name not in given}", "}", f"{FORMS} -k uniqueness"),
    ("no form narrows by itself", "core/forms.py", "and rows.query.where:", "and False:", f"{FORMS} -k narrows_by_itself"),
    # the desk's tables
    ("the desk lists the visible", "core/admin.py", "shown_here(self.model, request.actor)", "self.model.everything.all()", f"{ADMIN} -k what_the_door_hides"),
    ("filters list the visible", "core/admin.py", "for row in shown_here(field.related_model, request.actor)]", "for row in field.related_model.everything.all()]", f"{ADMIN} -k what_the_door_hides"),
    ("choices at the desk are narrowed", "core/admin.py", "        if field:\n            narrow(field, request.actor)\n", "", f"{ADMIN} -k foreign_choice"),
    ("only the administrator edits", "core/admin.py", "return self.may_be_changed and request.actor.may_administer", "return self.may_be_changed", f"{ADMIN} -k do_not_edit"),
    ("a table is closed unless it says otherwise", "core/admin.py", "return self.may_be_changed and request.actor.may_administer", "return request.actor.may_administer", f"{ADMIN} -k unless_it_says"),
    ("the desk is for staff", "core/admin.py", "    def has_view_permission(self, request, obj=None):\n        return request.actor.is_staff", "    def has_view_permission(self, request, obj=None):\n        return True",
     f"{ADMIN} -k by_itself"),
    ("the desk's writes are told", "core/admin.py", '        return note("changed", obj, request, message)', "        return None", f"{ADMIN} -k audit_trail"),
    ("only tables behind the door", "desk/site.py", "        if admin_class and issubclass(admin_class, HouseAdmin):\n            super()", "        if True:\n            super()", f"{ADMIN} -k only_tables"),
    # rules of the source
    ("no view looks past the door", "desk/views/stuck.py", "from desk.pages import desk_page\n", "from desk.pages import desk_page\n\nROWS = Errand.everything\n", f"{SOURCES} -k everything_is_named"),
]
