"""The command `kg`.

Exit codes: 0 done; 1 done with some inputs failed, each named on standard error; 2 wrong use, or nothing could be
done; 130 stopped with Ctrl-C. The heavy libraries are imported by the commands that need them, so that `kg --help`
is quick.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg import __version__
from kg.errors import KgError
from kg.ui.commands import asking, changing, checking, measuring, naming, reading, serving
from kg.ui.commands.examples import EXAMPLES
from kg.ui.console import show, tell


class KgGroup(TyperGroup):
    """Shows an error of ours as one line; everything else is a fault of the program and keeps its traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except (KgError, OSError) as error:
            if ctx.params.get("debug"):
                raise
            tell(f"kg: {error}")
            raise typer.Exit(2) from error


app = typer.Typer(
    cls=KgGroup,
    name="kg",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        show(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def start(
    *,
    debug: Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Build, ask and serve a knowledge graph of Hong Kong technology policy.

    The graph and the article texts lie in the folder that the environment variable KG_DATA_DIR names, by default the
    user's data folder; `kg doctor` says which one that is.
    """


COMMANDS: dict[str, Callable[..., None]] = {
    "up": serving.up,
    "build": changing.build,
    "extract": reading.extract,
    "ingest": changing.ingest,
    "remove": changing.remove,
    "rebuild": changing.rebuild,
    "query": asking.query,
    "serve": serving.serve,
    "export": asking.export,
    "validate": checking.validate,
    "stats": asking.stats,
    "eval": measuring.evaluate,
    "names": naming.names,
    "doctor": checking.doctor,
}

for _name, _command in COMMANDS.items():
    # The backspace character keeps the line breaks of the paragraph.
    app.command(_name, epilog="\n".join(("\b", "Examples:", *(f"  {example}" for example in EXAMPLES[_name]))))(
        _command
    )


def main() -> None:
    """Run the command line."""
    app(prog_name="kg")
