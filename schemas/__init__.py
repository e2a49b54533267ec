"""The data contract of kommunestatus: frozen Pydantic models that import nothing of the pipeline."""
