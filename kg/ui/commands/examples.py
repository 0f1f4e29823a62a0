"""Examples of each command, shown by `--help`; they also stand in `docs/cli.md`."""

EXAMPLES: dict[str, tuple[str, ...]] = {
    "up": (
        "kg up",
        "kg up --port 9000 --no-browser",
        "KG_DATA_DIR=/srv/graph kg up --host 0.0.0.0",
    ),
    "build": (
        "kg build",
        "kg build my-articles/",
        "KG_DATA_DIR=/tmp/trial kg build --json",
    ),
    "extract": (
        "kg extract page.html",
        "kg extract --format text article.txt",
        "kg extract --format jsonl articles/*.txt > statements.jsonl",
        "kg extract --explain article.txt",
    ),
    "ingest": (
        "kg ingest page.html",
        "kg ingest inbox/ more/article.txt --json",
    ),
    "remove": (
        "kg remove 3f9c0a1b2d4e",
        'kg query "SELECT ?id ?title { GRAPH ?id { ?id schema:headline ?title } }"',
    ),
    "rebuild": ("kg rebuild",),
    "query": (
        'kg query "SELECT ?who ?post { ?who hkt:holdsPost ?post } LIMIT 5"',
        "kg query -f budgets.rq --format csv > budgets.csv",
        'kg query --format turtle "DESCRIBE hkr:cyberport"',
        'kg query --endpoint http://127.0.0.1:8501/sparql "ASK { ?s ?p ?o }"',
    ),
    "serve": (
        "kg serve --port 9000",
        'kg query --endpoint http://127.0.0.1:9000/sparql "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"',
    ),
    "export": (
        "kg export --format nquads -o graph.nq",
        "kg export --format turtle -o graph.ttl",
    ),
    "validate": (
        "kg validate",
        "kg validate --json",
    ),
    "stats": (
        "kg stats",
        "kg stats --json",
    ),
    "eval": (
        "kg eval data/training --part held-out",
        "kg eval my-annotations/ --errors",
        "kg eval data/training --part held-out --json --floors tests/quality/floors.toml",
    ),
    "names": (
        'kg names compare "HUI Ching Yu, Christopher" 許正宇',
        'kg names compare --kind organisation HKSTP "Hong Kong Science Park"',
        "kg names score tests/data/hk_name_pairs.csv --json",
    ),
    "doctor": (
        "kg doctor",
        "KG_DATA_DIR=/srv/graph kg doctor --json",
    ),
}
