"""Images of compose files. https://docs.docker.com/reference/compose-file/services/"""

from collections.abc import Iterator

from jobcoach.portfolio.facts.compose_services import is_compose, read_services
from jobcoach.portfolio.facts.manifests.images import read_image
from jobcoach.portfolio.facts.manifests.manifest import Declared, Manifest
from jobcoach.portfolio.inventory.file_info import SourceText


def parse(source: SourceText) -> Iterator[Declared]:
    """The image of each service that names one."""
    if not is_compose(source.path):
        return
    for service in read_services(source):
        image = read_image(service.image) if service.image else None
        if image is not None:
            yield Declared("image", *image, service.image_line)


MANIFEST = Manifest(r"[^/]+\.ya?ml", parse)
