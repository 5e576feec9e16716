"""Archives whose bytes depend on their content only: no clock, no owner, a fixed order."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MODE = 0o644
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip file can name


def tar_gz(files: Mapping[str, bytes], folder: str) -> bytes:
    """Return a gzipped tar archive with the files in one folder.

    >>> tar_gz({"a.txt": b"a"}, "kit") == tar_gz({"a.txt": b"a"}, "kit")
    True
    """
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name in sorted(files):
            entry = tarfile.TarInfo(f"{folder}/{name}")
            entry.size, entry.mode = len(files[name]), _MODE
            archive.addfile(entry, io.BytesIO(files[name]))
    return gzip.compress(stream.getvalue(), mtime=0)


def zip_(files: Mapping[str, bytes], folder: str) -> bytes:
    """Return a zip archive with the files in one folder."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{name}", _LONG_AGO)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _MODE << 16, 3
            archive.writestr(entry, files[name])
    return stream.getvalue()


ARCHIVES: Mapping[str, Callable[[Mapping[str, bytes], str], bytes]] = {"tar.gz": tar_gz, "zip": zip_}
"""What each kind of archive is called, and what makes it."""
