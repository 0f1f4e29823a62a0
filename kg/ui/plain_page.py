"""The page that a browser gets from `/sparql` when the endpoint runs alone: a form, and nothing from elsewhere."""

EXAMPLE = """PREFIX hkt: <https://w3id.org/hk-tech-policy/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

SELECT ?facility ?place WHERE {
  ?f a hkt:Facility ; rdfs:label ?facility ; hkt:locatedIn ?p .
  ?p rdfs:label ?place .
}
LIMIT 20
"""

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>SPARQL endpoint - Hong Kong tech-policy knowledge graph</title>
<style>
  body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }}
  textarea {{ width: 100%; font: .9rem/1.4 monospace; box-sizing: border-box }}
</style>
<h1>SPARQL endpoint</h1>
<p>Programs send queries to this address with GET or POST. To try one by hand:</p>
<form method="get">
  <p><label for="query">Query</label><br><textarea id="query" name="query" rows="12">{example}</textarea></p>
  <p><button>Ask</button></p>
</form>
</html>
"""


def plain_query_page() -> str:
    """Return the page as HTML."""
    return _PAGE.format(example=EXAMPLE.replace("&", "&amp;").replace("<", "&lt;"))
