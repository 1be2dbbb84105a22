"""Spreadsheets: formulas, hidden sheets, moved columns, limits, and everything written as text."""
TABLES = "tests/core/test_tables.py"

GUARDS = [  # (guard, file, what stands there, what stands without the guard, the tests that must go red)
    ("no formula is read", "core/tables/reading.py",
     'if cell.data_type == "f":', "if False:",
     f"{TABLES}::test_a_formula_is_refused_wherever_it_stands"),
    ("hidden sheets stay unread", "core/tables/reading.py",
     'if one.sheet_state != "visible":', "if False:",
     f"{TABLES}::test_hidden_sheets_are_not_read_and_that_is_said"),
    ("columns stand where they were declared", "core/tables/reading.py",
     "        if _is_heading(found, column):", "        if True:",
     f"{TABLES}::test_moved_columns_are_named"),
    ("what stands beside the table is named", "core/tables/reading.py",
     'if column is None and cell.value not in (None, ""):', "if False:",
     f"{TABLES}::test_a_mistake_is_named_with_row_and_column_and_its_row_is_left_out"),
    ("rows have an end", "core/tables/reading.py",
     "if len(reading.rows) >= MAX_ROWS:", "if False:",
     f"{TABLES}::test_more_rows_than_the_limit_are_refused"),
    ("a table is inflated so far and no further", "core/tables/reading.py",
     "if sum(entry.file_size for entry in package.infolist()) > MAX_INFLATED:", "if False:",
     f"{TABLES}::test_many_small_sheets_that_become_large_together_are_refused"),
    ("cells are text", "core/tables/writing.py",
     'words[:32_767], "s", "@"', 'words[:32_767], "f" if words.startswith("=") else "s", "@"',
     f"{TABLES}::test_no_formula_stands_in_the_file_itself"),
]
