"""As much of CKAN as the RDF parser of ckanext-dcat needs to be imported: no server, no database.

The parser itself, which decides what CKAN makes of a catalogue, is the real one.
"""

from __future__ import annotations

import json
import sys
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any
from unittest.mock import MagicMock

if TYPE_CHECKING:
    import pytest

LICENCES = {"cc-by": SimpleNamespace(id="cc-by", title="Creative Commons Attribution", url="https://creativecommons.org/licenses/by/4.0/")}
_ERRORS = ("StopOnError", "Invalid", "ObjectNotFound", "ValidationError", "HelperError", "NotAuthorized")
_MODULES = (
    "ckan", "ckan.plugins", "ckan.plugins.toolkit", "ckan.plugins.interfaces", "ckan.exceptions", "ckan.lib", "ckan.lib.munge", "ckan.lib.helpers",
    "ckan.model", "ckan.model.license", "ckan.views", "ckan.views.home", "ckan.views.dataset", "ckantoolkit",
)  # fmt: skip


class _Module(ModuleType):
    """A module that has whatever is asked of it."""

    __path__: list[str] = []  # noqa: RUF012

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        if name.startswith("__"):
            raise AttributeError(name)
        value: Any = type(name, (Exception,), {}) if name in _ERRORS or name.endswith("Error") else MagicMock(name=name)
        setattr(self, name, value)
        return value


def install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the stub where Python looks for CKAN, until the test ends."""
    modules = {name: _Module(name) for name in _MODULES}
    for name, module in modules.items():
        monkeypatch.setitem(sys.modules, name, module)
        parent, _, leaf = name.rpartition(".")
        if parent:
            setattr(modules[parent], leaf, module)
    monkeypatch.setitem(sys.modules, "simplejson", json)
    toolkit: Any = modules["ckantoolkit"]
    toolkit.config = {}
    toolkit.asbool = lambda value: str(value).lower() in {"1", "true", "yes"}
    toolkit.aslist = lambda value, *_: value or []
    modules["ckan.plugins"].toolkit = toolkit  # type: ignore[attr-defined]
    modules["ckan.plugins"].PluginImplementations = lambda _: []  # type: ignore[attr-defined]
    modules["ckan.plugins.interfaces"].Interface = object  # type: ignore[attr-defined]
    modules["ckan.lib.munge"].munge_tag = lambda tag: tag.lower().replace(" ", "-")  # type: ignore[attr-defined]
    modules["ckan.lib.helpers"].resource_formats = lambda: {"csv": ["CSV", "CSV", "text/csv", []]}  # type: ignore[attr-defined]
    modules["ckan.model.license"].LicenseRegister = lambda: LICENCES  # type: ignore[attr-defined]
    for name in [name for name in sys.modules if name.startswith("ckanext.dcat")]:
        monkeypatch.delitem(sys.modules, name)
