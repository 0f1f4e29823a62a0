"""The endpoint as programs see it: methods, formats, refusals, descriptions."""

import json
from urllib.parse import quote, urlencode

import pytest
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from starlette.applications import Starlette

from kg.resources import ONTOLOGY
from kg.store import open_writer
from kg.ui.endpoint import Endpoint
from kg.ui.plain_page import EXAMPLE
from kg.ui.settings import Settings
from kg.ui.workers import QueryPool
from tests.ui.sample import LANTERN, opening, write_sample
from tests.ui.serving import Client, serving

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
PLACES = "SELECT ?place ?label { ?place a hkt:Place ; rdfs:label ?label } ORDER BY ?label"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_sample(folder)
    return folder


@pytest.fixture(scope="module")
def pool(folder):
    with QueryPool(folder, size=1, timeout=20) as pool:
        yield pool


def client_of(pool, folder, query_page=None, **settings):
    endpoint = Endpoint(pool, Settings(data_dir=folder, **settings), query_page=query_page)
    return Client(Starlette(routes=endpoint.routes()))


@pytest.fixture(scope="module")
def client(pool, folder):
    return client_of(pool, folder)


def post(client, body, media_type=FORM, **headers):
    return client.post("/sparql", content=body, headers={"Content-Type": media_type, **headers})


def test_query_by_get_is_answered_in_json(client):
    answer = client.get("/sparql", params={"query": COUNT})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert int(answer.json()["results"]["bindings"][0]["n"]["value"]) > 100


@pytest.mark.parametrize(("media_type", "body"), [(FORM, urlencode({"query": COUNT})), (QUERY, COUNT)])
def test_query_by_post_gives_the_same_as_by_get(client, media_type, body):
    answer = post(client, body, f"{media_type}; charset=UTF-8")
    assert answer.json() == client.get("/sparql", params={"query": COUNT}).json()


def test_query_text_arrives_as_it_was_sent(client):
    for words in ("科技園", "100%25 sure", "a+b & c=d"):
        question = f'SELECT ("{words}" AS ?words) {{}}'
        for answer in (
            client.get("/sparql", params={"query": question}),
            post(client, urlencode({"query": question})),
            post(client, question.encode(), QUERY),
        ):
            assert answer.json()["results"]["bindings"][0]["words"]["value"] == words


@pytest.mark.parametrize(
    ("accept", "media_type", "beginning"),
    [
        ("*/*", "application/sparql-results+json", b'{"head"'),
        ("application/json", "application/json", b'{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", b"<?xml"),
        ("text/csv", "text/csv; charset=utf-8", b"place,label\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", b"?place\t?label\n"),
        ("text/csv;q=0.1, application/sparql-results+xml;q=0.9", "application/sparql-results+xml", b"<?xml"),
    ],
)
def test_rows_come_in_the_format_asked_for(client, accept, media_type, beginning):
    answer = client.get("/sparql", params={"query": PLACES}, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert answer.content.startswith(beginning)
    assert "明珠園" in answer.text
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "media_type", "syntax"),
    [
        ("*/*", "text/turtle; charset=utf-8", "turtle"),
        ("application/n-triples", "application/n-triples", "nt"),
        ("application/rdf+xml", "application/rdf+xml", "xml"),
        ("application/ld+json", "application/ld+json", "json-ld"),
    ],
)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own JSON-LD reader
def test_triples_come_in_the_format_asked_for(client, accept, media_type, syntax):
    question = "CONSTRUCT WHERE { ?s hkt:locatedIn ?o }"
    answer = client.get("/sparql", params={"query": question}, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert len(Graph().parse(data=answer.text, format=syntax)) == 1


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "text/csv"])
def test_answers_to_ask_come_in_all_formats_for_rows(client, accept):
    answer = client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}, headers={"Accept": accept})
    assert (answer.status_code, "true" in answer.text) == (200, True)


@pytest.mark.parametrize(
    ("parameters", "accept", "status", "words"),
    [
        ({"query": "SELECT * {"}, "*/*", 400, "1:11"),
        ({"query": "SELECT * { SERVICE <http://x.example/> {} }"}, "*/*", 400, "SERVICE is refused"),
        ({"query": "DELETE WHERE { ?s ?p ?o }"}, "*/*", 400, "would change the graph"),
        ({"update": "DELETE WHERE { ?s ?p ?o }"}, "*/*", 400, "reading only"),
        ({"query": COUNT}, "image/png", 406, "application/sparql-results+json"),
        ({"query": "DESCRIBE hkr:pearl-park"}, "text/csv", 406, "text/turtle"),
        ({"query": COUNT, "default-graph-uri": "http://x.example/"}, "*/*", 400, "FROM or GRAPH"),
        ([("query", COUNT), ("query", COUNT)], "*/*", 400, "2 queries"),
    ],
)
def test_refusals_say_why_in_one_line_of_text(client, parameters, accept, status, words):
    for answer in (
        client.get("/sparql", params=parameters, headers={"Accept": accept}),
        post(client, urlencode(parameters), Accept=accept),
    ):
        assert (answer.status_code, answer.headers["content-type"]) == (status, "text/plain; charset=utf-8")
        assert words in answer.text
        assert answer.text.count("\n") == 1


@pytest.mark.parametrize(
    ("body", "media_type", "status", "words"),
    [
        (b"CLEAR ALL", "application/sparql-update", 400, "reading only"),
        (b"ASK {}", "text/plain", 415, "text/plain"),
        (b"", QUERY, 400, "no query"),
        (b"query=", FORM, 400, "no query"),
        ("SELECT ('é' AS ?x) {}".encode("latin-1"), QUERY, 400, "UTF-8"),
        (b"query=%ff", FORM, 400, "cannot be read"),
        (b"x=1&" * 30, FORM, 400, "cannot be read"),
    ],
)
def test_posts_that_break_the_protocol_are_refused(client, body, media_type, status, words):
    answer = post(client, body, media_type)
    assert answer.status_code == status
    assert words in answer.text


def test_query_that_is_too_long_is_refused_before_it_is_read_whole(pool, folder):
    client = client_of(pool, folder, max_query_length=100)
    assert post(client, b"ASK {}" + b" " * 90, QUERY).status_code == 200
    assert post(client, b"ASK {" + b" " * 200 + b"}", QUERY).status_code == 400
    assert post(client, b"ASK {" + b" " * 100_000 + b"}", QUERY).status_code == 413


def test_query_that_takes_too_long_is_stopped(folder):
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
    with QueryPool(folder, size=1, timeout=0.5) as pool:
        client = client_of(pool, folder)
        answer = client.get("/sparql", params={"query": runaway})
        assert (answer.status_code, "stopped after 0.5 seconds" in answer.text) == (503, True)
        assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_empty_graph_is_told(tmp_path):
    with QueryPool(tmp_path, size=1, timeout=20) as pool:
        answer = client_of(pool, tmp_path).get("/sparql", params={"query": COUNT})
    assert (answer.status_code, "kg build" in answer.text) == (503, True)


def test_unforeseen_failure_is_told_without_details(folder, caplog):
    class Broken:
        def answer(self, query, media_type):
            raise ZeroDivisionError("secret")

    answer = client_of(Broken(), folder).get("/sparql", params={"query": COUNT})
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "ZeroDivisionError: secret" in caplog.text


def test_head_and_options_are_answered(client):
    head = client.request("HEAD", "/sparql", params={"query": COUNT})
    assert (head.status_code, head.content) == (200, b"")
    options = client.request("OPTIONS", "/sparql")
    assert (options.status_code, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")
    assert client.request("PUT", "/sparql").status_code == 405


def test_other_sites_may_ask(client):
    origin = {"Origin": "https://example.org"}
    assert (
        client.get("/sparql", params={"query": "ASK {}"}, headers=origin).headers["access-control-allow-origin"] == "*"
    )
    refused = client.get("/sparql", params={"query": "ASK {"}, headers=origin)
    assert refused.headers["access-control-allow-origin"] == "*"
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type", **origin}
    preflight = client.request("OPTIONS", "/sparql", headers=asked)
    assert (preflight.status_code, preflight.headers["access-control-allow-origin"]) == (200, "*")


@pytest.mark.parametrize("parameters", [{}, {"query": ""}, {"query": "  "}])
def test_service_describes_itself_when_nothing_is_asked(client, parameters):
    answer = client.get("/sparql", params=parameters)
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    found = Graph().parse(data=answer.text, format="turtle")
    service = "http://www.w3.org/ns/sparql-service-description#"
    assert found.query(f"ASK {{ ?s a <{service}Service> ; <{service}endpoint> <http://testserver/sparql> }}")
    assert found.query("ASK { ?g <http://rdfs.org/ns/void#triples> ?n FILTER(?n > 100) }")


def test_browser_gets_a_form_that_needs_no_other_host(client):
    page = client.get("/sparql", headers={"Accept": BROWSER})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<form" in page.text
    assert "src=" not in page.text
    assert "https://" not in page.text.replace("PREFIX hkt: &lt;https://w3id.org/", "")


def test_example_of_the_form_has_an_answer(client):
    assert client.get("/sparql", params={"query": EXAMPLE}).json()["results"]["bindings"]


def test_browser_is_shown_an_answer_where_there_are_no_pages(client):
    answer = client.get("/sparql", params={"query": COUNT}, headers={"Accept": BROWSER})
    assert answer.headers["content-type"] == "application/xml"


@pytest.mark.parametrize(
    ("parameters", "target"),
    [({}, "/query"), ({"query": "ASK { ?s ?p '科' }"}, "/query?query=ASK+%7B+%3Fs+%3Fp+%27%E7%A7%91%27+%7D")],
)
def test_browser_is_sent_to_the_page_for_queries(pool, folder, parameters, target):
    answer = client_of(pool, folder, query_page="/query").get("/sparql", params=parameters, headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["location"]) == (303, target)


def things(client, local, **headers):
    answer = client.get(f"/data/{local}", headers=headers)
    assert answer.status_code == 200, answer.text
    return Graph().parse(data=answer.text, format="turtle")


def test_data_tells_all_about_an_entity_with_its_statements(client):
    found = things(client, LANTERN.id)
    assert found.query('ASK { ?s rdfs:label "Lantern Supercomputing Centre"@en ; hkt:locatedIn hkr:pearl-park }')
    assert found.query("ASK { ?s a hkt:Statement ; rdf:predicate hkt:hasUtilisation ; hkt:modality hkt:reported }")


def test_data_tells_all_about_a_statement_an_article_and_a_value(client):
    draft = opening()
    statement = things(client, f"statement/{draft.statements[0].id}")
    assert statement.query("ASK { ?e hkt:supports ?s ; oa:exact ?quote }")
    article = things(client, f"article/{draft.article.id}")
    assert article.query("ASK { ?a schema:headline ?title . ?e hkt:supports ?s }")
    value = things(client, "value/HKD/2500000000")
    assert value.query('ASK { ?v schema:currency "HKD" }')


def test_data_comes_in_the_format_asked_for(client):
    answer = client.get(f"/data/{LANTERN.id}", headers={"Accept": "application/ld+json"})
    assert answer.headers["content-type"] == "application/ld+json"
    assert LANTERN.id in json.dumps(answer.json())


@pytest.mark.parametrize("local", ["nobody", "", "a%3E%20%7B%7D", quote("科技"), "statement/0000", "x>y"])
def test_data_knows_what_it_does_not_know(client, local):
    answer = client.get(f"/data/{local}")
    assert (answer.status_code, "nothing is known" in answer.text) == (404, True)


def test_ontology_is_given(tmp_path):
    with open_writer(tmp_path) as writer:
        writer.load_ontology(ONTOLOGY)
    with QueryPool(tmp_path, size=1, timeout=20) as pool:
        answer = client_of(pool, tmp_path).get("/ontology")
    found = Graph().parse(data=answer.text, format="turtle")
    assert found.query("ASK { hkt:locatedIn a owl:ObjectProperty ; rdfs:label ?label }")


def test_health_tells_the_version_of_the_graph(client, folder, tmp_path):
    answer = client.get("/health").json()
    assert (answer["status"], answer["release"]) == ("ok", "0.1.0")
    assert answer["graph"]
    with QueryPool(tmp_path, size=1) as pool:
        assert client_of(pool, tmp_path).get("/health").json() == {"status": "empty", "graph": None, "release": "0.1.0"}


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["json", "xml"])
def test_rdflib_can_use_the_endpoint_as_its_store(server, method, form):
    graph = Graph(store=SPARQLStore(server, method=method, returnFormat=form))
    rows = list(
        graph.query("SELECT ?s ?label { ?s a <https://w3id.org/hk-tech-policy/ontology#Place> ; rdfs:label ?label }")
    )
    assert {str(row.label) for row in rows} == {"Pearl Park", "明珠園"}
    assert graph.query("ASK { ?s ?p ?o }").askAnswer is True
    assert len(graph) > 100


@pytest.fixture(scope="module")
def server(folder):
    with serving(folder, "serve", "--port", "0") as served:
        yield served.announced[0]
