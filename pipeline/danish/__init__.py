"""Reads Danish and knows no question: clauses, negation, numbers, periods, pointers, names, contacts."""
