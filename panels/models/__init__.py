"""Impartial people: the assessor pool, declarations and recusals, who has had to do with whom; bodies that meet and vote; approval."""
