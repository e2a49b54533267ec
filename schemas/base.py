"""The one Pydantic configuration that every model of the contract shares."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen value object: unknown fields are refused, field docstrings become schema descriptions."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
