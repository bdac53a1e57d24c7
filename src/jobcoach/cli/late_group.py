"""A group that parses a line without loading what converts values.

Typer asks pydantic to convert each value, also where there is none: 60 ms and
100 modules at every start, for the options that no line names.
"""

from typing import Any

from typer.core import TyperGroup, TyperOption


class _LateOption(TyperOption):
    def process_value(self, ctx: Any, value: Any) -> Any:  # noqa: ANN401 (typer's own signature)
        if value is not None or self.required or self.multiple:
            return super().process_value(ctx, value)
        return self.callback(ctx, self, None) if self.callback is not None else None


class LateGroup(TyperGroup):
    """A group whose options are converted only if they have a value."""

    def get_params(self, ctx: Any) -> Any:  # noqa: ANN401 (typer keeps its types to itself)
        """All parameters, the help option too."""
        params = super().get_params(ctx)
        for param in params:
            if type(param) is TyperOption:  # typer has no way to name a class of options
                param.__class__ = _LateOption
        return params
