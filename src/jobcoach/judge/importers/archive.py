"""Unpacking a zip that may be hostile, with the names its maker meant.

Refused: ways out of the folder, passwords, bombs, links to the outside, two
entries of one name. Python's own ``extractall`` mangles such names silently
and has no caps.
"""

import lzma
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jobcoach.errors import InputError
from jobcoach.judge.importers.junk import is_junk
from jobcoach.text import nfc, one_line

_MAX_FILES = 50_000
_MAX_BYTES = 2 << 30
# Deflate reaches 1032:1 on zeros; test data that is real and large stays far below.
_MAX_RATIO = 300
_RATIO_FREE_BYTES = 64 << 20
_BLOCK_BYTES = 1 << 20
_LINK_TARGET_BYTES = 4096
_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1
# What zipfile lets through from a damaged archive, besides its own BadZipFile.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, struct.error, NotImplementedError, RuntimeError,
    ValueError, OverflowError,
)  # fmt: skip
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class _Member:
    info: zipfile.ZipInfo
    path: PurePosixPath
    mode: int


def unpack_zip(archive: Path, target: Path) -> None:
    """Unpack ``archive`` into the empty folder ``target``.

    Raises:
        InputError: it is no zip, or holds what no problem package needs.
    """
    try:
        with zipfile.ZipFile(archive) as bundle:
            members = list(_members(archive, bundle))
            _check_sizes(archive, members)
            links = [member for member in members if stat.S_ISLNK(member.mode)]
            budget = _Budget(archive)
            for member in members:
                if member not in links:
                    _write(bundle, member, target, budget)
            # Links come last, so that nothing is ever written through one.
            for member in links:
                _link(archive, bundle, member, target)
            _check_links(archive, links, target)
    except _DAMAGED as error:
        raise InputError(
            f"{archive} cannot be unpacked", why=one_line(str(error)) or "it is damaged"
        ) from error
    except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        name = os.path.relpath(error.filename, target)
        raise InputError(f"{archive} cannot be unpacked", why=f"two entries are named {name}") from error
    except OSError as error:  # an offset before the file's start, a name too long, a full disk
        raise InputError(f"{archive} cannot be unpacked", why=error.strerror or "it is damaged") from error


class _Budget:
    """Counts bytes as they come out: sizes in the directory may be lies."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._left = _MAX_BYTES

    def spend(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise _refused(self._archive, f"unpacked it is larger than {_MAX_BYTES >> 30} GiB")


def _members(archive: Path, bundle: zipfile.ZipFile) -> Iterator[_Member]:
    infos = bundle.infolist()
    if len(infos) > _MAX_FILES:
        raise _refused(archive, f"it holds more than {_MAX_FILES} files")
    for info in infos:
        path = _safe_path(archive, _name(info))
        mode = info.external_attr >> 16
        if is_junk(path):
            continue
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise _refused(archive, "it is protected by a password")
        kind = stat.S_IFMT(mode)
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR, stat.S_IFLNK):
            raise _refused(archive, f"{path} is neither a file nor a folder")
        yield _Member(info, path, mode)


def _name(info: zipfile.ZipInfo) -> str:
    """The entry's name. Without the UTF-8 flag it is in the maker's own code page:
    cp949 from a Korean Windows, often plain UTF-8 all the same."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8_FLAG and not name.isascii():
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "cp949"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return nfc(name.replace("\\", "/"))


def _safe_path(archive: Path, name: str) -> PurePosixPath:
    if one_line(name) != name.strip() or "\0" in name:
        raise _refused(archive, f"the name {one_line(name)!r} holds control characters")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or _DRIVE.match(name) or not path.parts:
        raise _refused(archive, f"{name!r} leads out of the folder it is unpacked to")
    return path


def _check_sizes(archive: Path, members: list[_Member]) -> None:
    total = sum(member.info.file_size for member in members)
    if total > _MAX_BYTES:
        raise _refused(archive, f"unpacked it is larger than {_MAX_BYTES >> 30} GiB")
    if total > _RATIO_FREE_BYTES and total > _MAX_RATIO * archive.stat().st_size:
        raise _refused(archive, f"it unpacks to more than {_MAX_RATIO} times its size")


def _write(bundle: zipfile.ZipFile, member: _Member, target: Path, budget: _Budget) -> None:
    path = target / member.path
    if member.info.is_dir() or member.info.orig_filename.endswith("\\"):
        path.mkdir(parents=True, exist_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with bundle.open(member.info) as source, path.open("xb") as file:
        while block := source.read(_BLOCK_BYTES):
            budget.spend(len(block))
            file.write(block)
    path.chmod(0o755 if member.mode & 0o111 else 0o644)


def _link(archive: Path, bundle: zipfile.ZipFile, member: _Member, target: Path) -> None:
    if member.info.file_size > _LINK_TARGET_BYTES:
        raise _refused(archive, f"{member.path} is a link to nowhere")
    destination = bundle.read(member.info).decode("utf-8", "surrogateescape")
    path = target / member.path
    if os.path.realpath(path.parent) != os.path.join(os.path.realpath(target), *member.path.parent.parts):  # noqa: PTH118
        raise _refused(archive, f"{member.path} stands below a link")  # which may lead anywhere
    path.parent.mkdir(parents=True, exist_ok=True)
    if "\0" in destination or not destination:
        raise _refused(archive, f"{member.path} is a link to nowhere")
    path.symlink_to(destination)


def _check_links(archive: Path, links: list[_Member], target: Path) -> None:
    root = os.path.realpath(target)
    for member in links:
        real = os.path.realpath(target / member.path)
        if not real.startswith(root + os.sep) or not Path(real).exists():
            raise _refused(archive, f"{member.path} is a link out of the archive, or to nothing")


def _refused(archive: Path, why: str) -> InputError:
    return InputError(f"{archive} was not unpacked", why=why)
