"""What a person sees: records and figures as tables."""
