"""Measures what was read against what people read: whole pages with gold records, and banks of single answers."""
