"""Where the files that come with the package lie: in a checkout at its top, in a wheel inside `kg/shipped`."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "shipped"
ROOT = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent

ONTOLOGY = ROOT / "ontology"
GAZETTEER = ROOT / "data" / "gazetteer"
ARTICLES = ROOT / "data" / "articles"
APP = ROOT / "app.py"
STATIC = _PACKAGE / "ui" / "static"
