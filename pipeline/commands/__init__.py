"""The commands beside `extract`, by whom they serve; each module registers its own."""
