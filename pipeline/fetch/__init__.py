"""Bytes into the pipeline: files, standard input, and single URLs."""
