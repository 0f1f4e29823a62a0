"""The queries behind the addresses of the endpoint: what describes the service, the ontology or one thing."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

RESOURCE = "https://w3id.org/hk-tech-policy/id/"

ONTOLOGY_QUERY = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{RESOURCE}ontology> {{ ?s ?p ?o }} }}"

_LOCAL = re.compile(r"[^\x00-\x20<>\"{}|\\^`?#]+")

_SERVICE = """
PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX format: <http://www.w3.org/ns/formats/>
CONSTRUCT {{
  <{url}> a sd:Service ; sd:endpoint <{url}> ; sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat format:SPARQL_Results_JSON , format:SPARQL_Results_XML , format:SPARQL_Results_CSV ,
      format:SPARQL_Results_TSV , format:Turtle , format:N-Triples , format:RDF_XML , format:JSON-LD ;
    sd:defaultDataset <{resource}dataset> .
  <{resource}dataset> a sd:Dataset ; sd:defaultGraph <{resource}dataset#default> .
  <{resource}dataset#default> a sd:Graph , void:Dataset ; void:triples ?triples .
}} WHERE {{ SELECT (COUNT(*) AS ?triples) {{ ?s ?p ?o }} }}
"""

_EXISTS = "ASK {{ VALUES ?this {{ {names} }} {{ ?this ?p ?o }} UNION {{ GRAPH ?g {{ ?this ?p ?o }} }} }}"

_THING = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX hkt: <https://w3id.org/hk-tech-policy/ontology#>
CONSTRUCT {{ ?this ?property ?value . ?near ?nearProperty ?nearValue }} WHERE {{
  VALUES ?this {{ {names} }}
  {{ ?this ?property ?value }}
  UNION {{ GRAPH ?graph {{ ?this ?property ?value }} }}
  UNION {{ {{ ?near rdf:subject ?this }} UNION {{ ?near rdf:object ?this }} ?near ?nearProperty ?nearValue }}
  UNION {{ GRAPH ?graph {{ ?near hkt:supports ?this ; ?nearProperty ?nearValue }} }}
  UNION {{ GRAPH ?this {{ ?near ?nearProperty ?nearValue }} }}
}}
"""


def service_query(url: str) -> str:
    """Return the query whose answer describes the endpoint at an address."""
    return _SERVICE.format(url=quote(url, safe=":/@[]!$&'()*+,;=%"), resource=RESOURCE)


def thing_queries(local: str) -> tuple[str, str] | None:
    """Return the query that asks whether a thing is known, and the one whose answer says all about it.

    The thing is an entity, statement, article or value; `local` is the end of its IRI as it stands in an address.
    An entity comes with its statements, a statement with its evidence, an article with its whole graph. Ids may hold
    percent signs of their own, so both readings are asked for. None stands for what cannot be an id.
    """
    readings = [name for name in dict.fromkeys((local, unquote(local))) if _LOCAL.fullmatch(name)]
    names = " ".join(f"<{RESOURCE}{name}>" for name in readings)
    return (_EXISTS.format(names=names), _THING.format(names=names)) if names else None
