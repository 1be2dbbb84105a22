"""Spreadsheets of offices: read in cell by cell with every mistake named, written out as text. Knows nothing of what stands in them."""
from core.tables.columns import Choice, Column, Problem, Reading, Row, day, text, whole
from core.tables.reading import MAX_BYTES, MAX_PROBLEMS, MAX_ROWS, read_table
from core.tables.writing import XLSX, write_table

__all__ = ["MAX_BYTES", "MAX_PROBLEMS", "MAX_ROWS", "XLSX", "Choice", "Column", "Problem", "Reading", "Row", "day", "read_table", "text",
           "whole", "write_table"]
