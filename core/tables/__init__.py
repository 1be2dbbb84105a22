"""Spreadsheets of offices: read in cell by cell with every mistake named, written out as text. Knows nothing of what stands in them."""
from core.tables.books import Lines, Table, read_book, read_marked_book, write_book
from core.tables.columns import Choice, Column, Problem, Reading, Row, choices_of, day, text, whole
from core.tables.lines import write_lines
from core.tables.reading import MAX_BYTES, MAX_PROBLEMS, MAX_ROWS, read_table
from core.tables.writing import XLSX, write_table

__all__ = ["Choice", "Column", "Lines", "MAX_BYTES", "MAX_PROBLEMS", "MAX_ROWS", "Problem", "Reading", "Row", "Table", "XLSX",
           "choices_of", "day", "read_book", "read_marked_book", "read_table", "text", "whole", "write_book", "write_lines", "write_table"]
