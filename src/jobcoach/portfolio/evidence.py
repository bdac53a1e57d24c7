"""Lines that exist: what every statement of a review stands on."""

from pydantic import BaseModel, ConfigDict, Field


class Evidence(BaseModel):
    """Lines ``start`` to ``end`` (from 1, inclusive) of ``path`` in the reviewed commit, and what they say.

    ``quote`` is the first line of them, or the part that matters, secrets masked.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    start: int = Field(ge=1)
    end: int = Field(ge=1)
    quote: str
    blob: str = ""
