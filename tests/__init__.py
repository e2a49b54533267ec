"""Tests, one file for each stage."""
