"""Alembic's environment and its numbered scripts."""
