"""Pages of the evaluation of agencies for assessors."""
