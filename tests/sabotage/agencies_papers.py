"""The library of papers: drafts are their agency's, files come through the paper's door, what is out is changed by an edition only."""

T = "tests/agencies/test_papers.py::"
MODEL, WORK, FIND, VIEW = "agencies/models/paper.py", "agencies/workflow/paper.py", "agencies/queries/paper.py", "desk/views/paper.py"
KEEPERS = T + "test_papers_are_kept_by_officers_managers_and_trainers_alone"
EDITION = T + "test_a_newer_edition_takes_its_place_and_the_older_stays_to_be_read"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("papers: staff alone read", MODEL, "models.Q() if actor.is_staff else NOBODY", "models.Q()",
     T + "test_published_staff_of_all_agencies_read_it_and_nobody_else"),
    ("papers: only what is in force is found", FIND, "visible_to(actor).filter(stage=PaperStage.PUBLISHED)", "visible_to(actor)",
     T + "test_a_draft_is_its_own_agencys_in_the_pages_and_in_the_database"),
    ("papers: what is withdrawn gives no file", FIND, "rows.none() if paper.is_withdrawn and paper.agency_id != current_agency_id() else rows",
     "rows", T + "test_a_file_is_given_through_the_papers_door_and_not_by_its_id"),
    ("papers: another's draft file is not removed", VIEW, "public_id=public_id, agency=current_agency_id()), actor", "public_id=public_id), actor",
     T + "test_another_agencys_file_is_not_removed"),
    ("papers: another's paper is not kept", FIND, "visible_to(actor).filter(agency=current_agency_id())", "visible_to(actor)",
     T + "test_a_paper_goes_its_way_by_its_pages"),
    ("papers: not everybody writes", WORK, "    require(can_keep_papers(actor))\n    paper = Paper", "    paper = Paper", KEEPERS),
    ("papers: not everybody keeps drafts", WORK, "    require(can_keep_papers(actor))\n    refuse_if(paper.stage != PaperStage.DRAFT",
     "    refuse_if(paper.stage != PaperStage.DRAFT", KEEPERS),
    ("papers: not everybody begins an edition", WORK, "    require(can_keep_papers(actor))\n    refuse_if(paper.stage != PaperStage.PUBLISHED",
     "    refuse_if(paper.stage != PaperStage.PUBLISHED", KEEPERS),
    ("papers: not everybody withdraws", WORK, "    require(can_keep_papers(actor))\n    refuse_if(paper.stage not in",
     "    refuse_if(paper.stage not in", KEEPERS),
    ("papers: what is out is no draft", WORK, "    refuse_if(paper.stage != PaperStage.DRAFT,", "    refuse_if(False,",
     T + "test_a_paper_is_published_with_a_file_and_changed_by_a_newer_edition_only"),
    ("papers: published with a file", WORK, "refuse_if(not paper.files.exists(),", "refuse_if(False,",
     T + "test_a_paper_is_published_with_a_file_and_changed_by_a_newer_edition_only"),
    ("papers: an edition says what is new", WORK, "refuse_if(paper.edition > 1 and not paper.change,", "refuse_if(False,", EDITION),
    ("papers: an edition of what is in force", WORK, "refuse_if(paper.stage != PaperStage.PUBLISHED,", "refuse_if(False,", EDITION),
    ("papers: the older is found no more", WORK, "        PaperText.everything.filter(paper=before).delete()\n", "", EDITION),
    ("papers: the withdrawn is searched no more", WORK, "    PaperText.everything.filter(paper=paper).delete()\n", "",
     T + "test_withdrawn_it_is_found_no_more"),
    ("papers: withdrawn with a reason", WORK, "refuse_if(not reason.strip(),", "refuse_if(False,", T + "test_withdrawn_it_is_found_no_more"),
    ("papers: only what is out is withdrawn", WORK, "refuse_if(paper.stage not in (PaperStage.PUBLISHED, PaperStage.REPLACED),",
     "refuse_if(False,", T + "test_withdrawn_it_is_found_no_more"),
    ("papers: two who write", WORK, "refuse_if(paper.version != base_version,", "refuse_if(False,",
     T + "test_who_wrote_on_an_older_draft_is_told"),
    ("papers: so many files", WORK, "refuse_if(paper.files.count() >= MOST_FILES,", "refuse_if(False,",
     T + "test_there_are_so_many_files_and_a_picture_has_no_words"),
    ("papers: words are composed before they are kept", WORK, 'unicodedata.normalize("NFC", " ".join(', 'str(" ".join(',
     T + "test_decomposed_words_are_kept_composed"),
]
