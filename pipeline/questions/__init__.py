"""One leaf for each question key: its cues, and how its answer is read."""
