"""The provider's pages for applying."""

READS, PORTAL, ANSWER = "evaluations/queries/portal.py", "evaluations/views/portal.py", "evaluations/views/answer.py"
HANDING_IN, FILES = "evaluations/views/handing_in.py", "evaluations/views/portal_files.py"
LIST, ONE, STATE = ("tests/evaluations/test_portal.py::", "tests/evaluations/test_portal_answer.py::",
                    "tests/evaluations/test_portal_status.py::")

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("portal: staff have pages of their own", "evaluations/queries/applications.py",
     ".filter(Application.of_own_provider(actor))", ".all()", LIST + "test_staff_have_pages_of_their_own"),
    ("portal: one's own library only", READS, "Evidence.objects.visible_to(actor).filter(_whose(actor, \"provider\"))", "Evidence.objects.visible_to(actor)",
     LIST + "test_staff_have_pages_of_their_own"),
    ("portal: reading a sealed file is noted", FILES, "if not is_giver:", "if False:",
     LIST + "test_staff_have_pages_of_their_own"),
    ("portal: an offering of others is none", PORTAL, "offering = find_or_404(Offering, request.actor, public_id=form.cleaned_data[\"offering\"])",
     "offering = Offering.everything.filter(public_id=form.cleaned_data[\"offering\"]).first() or find_or_404(Offering, request.actor, public_id=public_id)", LIST + "test_the_neighbours_offering_is_no_offering"),
    ("portal: a viewer is offered nothing", READS, "left_at=None, role__in=EDITORS)", "left_at=None)",
     LIST + "test_a_viewer_is_offered_nothing_and_applies_in_vain"),
    ("portal: the arrival decides", HANDING_IN, "arrived_at=request.arrived_at", "arrived_at=__import__(\"core.clock\").clock.now()",
     LIST + "test_what_arrived_in_time_counts_however_long_the_house_took"),
    ("portal: a second click finds the receipt", HANDING_IN, "    except Refused as refusal:\n        messages.warning(request, str(refusal))\n    return",
     "    except ZeroDivisionError:\n        pass\n    return", LIST + "test_a_second_submission_finds_the_receipt"),
    ("portal: nothing is ticked for anybody", HANDING_IN, "if application.pledged_at is None:", "if False:",
     LIST + "test_the_pledge_ticks_nothing_by_itself_and_wants_both_answers"),
    ("portal: only the owner's page offers to withdraw", PORTAL, "and permissions.can_withdraw(actor, application)", "",
     LIST + "test_an_editor_cannot_withdraw"),
    ("portal: a refused withdrawal keeps the reason", HANDING_IN, "            refused_in(form, refusal)", "            raise",
     LIST + "test_a_refused_withdrawal_keeps_what_was_typed"),
    ("portal: a conflict is said", ANSWER, "if saved.conflict:", "if False:", ONE + "test_a_stale_page_shows_both_texts_and_changes_nothing"),
    ("portal: the page sends the version it was opened with", ANSWER, "base_version=form.cleaned_data[\"version\"]",
     "base_version=answer.version", ONE + "test_a_stale_page_shows_both_texts_and_changes_nothing"),
    ("portal: what comes after handing in is kept in the form", ANSWER, "    if not is_open:\n", "    if False:\n",
     ONE + "test_what_is_typed_after_handing_in_is_not_saved_and_not_lost"),
    ("portal: pasted text is never cut by a browser", "evaluations/forms/portal.py", "validators=[MaxLengthValidator(LONGEST)]", "validators=[]",
     ONE + "test_what_cannot_be_kept_is_said_and_stays_in_the_form"),
    ("portal: a refused file harms nothing else", "evaluations/views/drawer.py", "        except Refused as refusal:", "        except ZeroDivisionError as refusal:",
     ONE + "test_a_refused_file_says_what_and_the_text_and_the_other_files_are_kept"),
    ("portal: documents of another provider are no choice", "evaluations/views/drawer.py", ".filter(provider=target.application.provider)", "",
     ONE + "test_a_document_of_another_own_provider_is_no_choice"),
    ("portal: decided is told as final evaluation", "evaluations/stages.py", "return Stage.FINAL_EVALUATION if stage == Stage.DECIDED else",
     "return", LIST + "test_the_list_tells_the_told_stage_and_what_is_next"),
    ("portal: the report from the fact check on", READS, "if application.stage not in REPORT_SHOWN:", "if False:",
     STATE + "test_somebody_who_is_staff_too_reads_no_report_early"),
]
