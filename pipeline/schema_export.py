"""Writes the contract as JSON Schema, for those who read records with other tools.

Run as `python -m pipeline.schema_export DIR`.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from schemas.base import Model
from schemas.record import StatusRecord
from schemas.rejection import Rejection

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
EXPORTED: Final[Mapping[str, type[Model]]] = {"status_record.json": StatusRecord, "rejection.json": Rejection}
"""File name of each model that leaves the pipeline."""


def json_schema(model: type[Model]) -> str:
    """Describe the JSON that a model is written as (JSON Schema 2020-12); field docstrings are the descriptions."""
    schema = {"$schema": DIALECT, **model.model_json_schema(mode="serialization")}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main(folder: Path) -> None:
    """Write every exported model into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in EXPORTED.items():
        (folder / name).write_text(json_schema(model), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
