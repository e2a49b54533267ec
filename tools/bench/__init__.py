"""The benchmark: what the project costs, beside what others cost on the same pages in the same run."""
