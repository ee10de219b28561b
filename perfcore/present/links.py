"""What is the address of a page, with what the reader chose?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses that carry the reader's filters from page to page.

    Attributes
    ----------
    page
        The path of the page the links stand on; empty for the first page.
    carried
        What every address carries, as it stands in the address bar; empty values are left out.
    """

    page: str = ""
    carried: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def to(self, page: str, /, **parameters: str) -> str:
        """The address of a page.

        Parameters
        ----------
        page
            Its path; empty for the first page.
        parameters
            What it is about, such as the measure's id.
        """
        chosen = {**self.carried, **parameters}
        query = urlencode({name: value for name, value in chosen.items() if value})
        return f"{page or '.'}?{query}" if query else page or "."

    def without(self, *names: str) -> Links:
        """The same without some of what is carried."""
        kept = {name: value for name, value in self.carried.items() if name not in names}
        return Links(self.page, MappingProxyType(kept))
