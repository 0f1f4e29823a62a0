"""The pages of the application: to add one, write `kg/ui/pages/<name>.py` with a `show` and give it a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.ui.pages import add, article, entity, explore, overview, query
from kg.ui.visit import Visit


@dataclass(frozen=True)
class PageSpec:
    """A page: its address, its icon in the menu, and what draws it. The overview has the empty address."""

    name: str
    icon: str
    show: Callable[[Visit], None]
    in_menu: bool = True

    @property
    def title_key(self) -> str:
        """The entry of the dictionaries that names the page."""
        return f"{self.name or 'overview'}.menu"


PAGES: tuple[PageSpec, ...] = (
    PageSpec("", ":material/newsmode:", overview.show),
    PageSpec("explore", ":material/hub:", explore.show),
    PageSpec("article", ":material/article:", article.show),
    PageSpec("query", ":material/terminal:", query.show),
    PageSpec("add", ":material/post_add:", add.show),
    PageSpec("entity", ":material/label:", entity.show, in_menu=False),
)
