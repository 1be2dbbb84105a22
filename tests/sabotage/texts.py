"""What stands in files and forms, and how files are shown."""
NUMBERS, TEXTS = "tests/core/test_personal_numbers.py", "tests/core/test_texts.py"
VIEWING, ANSWER = "tests/evaluations/test_viewing.py", "tests/evaluations/test_portal_answer.py"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("numbers are looked for in files", "core/files.py", "text = refuse_personal_numbers(upload, found.kind, name)", 'text = ""',
     f"{TEXTS}::test_nothing_of_a_refused_file_is_kept_logged_or_recorded"),
    ("numbers are looked for in forms", "core/forms.py", "field.validators.append(refuse_personal_numbers)", "pass",
     f"{ANSWER}::test_a_resident_number_is_not_saved_while_one_writes_and_the_text_stays"),
    ("numbers are looked for in the desk's tables", "core/forms.py", "        super().__init__(*args, **kwargs)\n        watch_words(self)\n\n    def _get",
     "        super().__init__(*args, **kwargs)\n\n    def _get", "tests/core/test_admin.py -k resident_number"),
    ("who owns a document is told of malware in it", "evaluations/workflow/evidence.py", "        notify(\"provider.evidence_infected\"",
     "        (lambda *a, **b: None)(\"provider.evidence_infected\"", "tests/evaluations/test_documents.py -k found_late"),
    ("numbers are looked for in names of files", "core/texts.py", "    if numbers_in(name):", "    if False:",
     f"{TEXTS}::test_the_name_of_a_file_is_looked_at_too"),
    ("a sheet called by a number is not repeated", "core/texts.py",
     "isinstance(place, str) and numbers_in(place.rpartition(\"!\")[0])", "False", f"{TEXTS}::test_a_sheet_that_is_called_by_a_number_is_not_named"),
    ("wide digits are digits", "core/personal_numbers.py", 'enumerate("０１２３４５６７８９")', 'enumerate("")', f"{NUMBERS} -k wherever"),
    ("the last digit decides", "core/personal_numbers.py", "return checks and not _is_something_else", "return not _is_something_else",
     f"{NUMBERS} -k another_last_digit"),
    ("a named number needs no last digit", "core/personal_numbers.py", "if _PERSONAL.search(words):", "if False:", f"{NUMBERS} -k drawn"),
    ("other numbers are let pass", "core/personal_numbers.py", 'if _OTHER.search(before.rpartition("\\n")[2]):', "if False:",
     f"{NUMBERS} -k looks_like"),
    ("days that have not come", "core/personal_numbers.py", "born <= today and", "True and", f"{NUMBERS} -k has_come"),
    ("no document type", "core/reading_jail.py", "self.parser.StartDoctypeDeclHandler = self.refuse", "pass", f"{TEXTS} -k weapon"),
    ("no bottomless markup", "core/reading_jail.py", "if self.depth > MAX_DEPTH:", "if False:", f"{TEXTS} -k weapon"),
    ("not read in time is no refusal", "core/texts.py", 'if verdict == "bomb":', "if verdict:", f"{TEXTS} -k takes_too_long"),
    ("what was not read is not called read", "core/texts.py", 'not verdict and said[-1] == {"whole": True}', "True", f"{TEXTS} -k in_part"),
    ("a made page can do nothing", "core/viewing.py", "\"sandbox; default-src 'none'\"", '"default-src *"', f"{VIEWING} -k grows_by_link"),
    ("no page is kept by a browser", "core/viewing.py", '"private, no-store"', '"public, max-age=9"', f"{VIEWING} -k grows_by_link"),
    ("pages wait for a turn", "core/viewing.py", "if not _turns.acquire(timeout=WAIT):", "if False:", f"{VIEWING} -k for_a_turn"),
    ("no page is too large", "core/reading_jail.py", "MAX_SIDE / max(page.get_size())", "99", f"{VIEWING} -k any_size"),
    ("reading is noted as reading", "core/viewing.py", 'if request.GET.get("view") else', "if False else", f"{VIEWING} -k that_is_noted"),
]
