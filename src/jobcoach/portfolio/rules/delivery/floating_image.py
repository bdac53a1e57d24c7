"""D05: an image that may be another one tomorrow."""

from collections.abc import Iterator

from jobcoach.portfolio.inventory.file_info import SourceText
from jobcoach.portfolio.rules.dockerfile import is_dockerfile, stages
from jobcoach.portfolio.rules.rule import FileRule, Hit


def check(source: SourceText) -> Iterator[Hit]:
    """``FROM`` without a tag, or with ``latest``; names of stages, ``scratch`` and variables are none."""
    found = stages(source)
    names = {stage.name for stage in found if stage.name}
    for stage in found:
        image = stage.image
        if image.lower() in names or image == "scratch" or "$" in image or "@sha256:" in image:
            continue
        name, _, tag = image.rpartition("/")[2].partition(":")
        if name and (not tag or tag == "latest"):
            yield Hit(stage.start, stage.start, {"image": image[:100]})


RULE = FileRule("D05", "delivery", "low", "high", is_dockerfile, check, most_findings=3)
