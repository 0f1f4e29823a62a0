"""The server: what is set in Streamlit, ports, announcements, and the headers of every answer."""

import json
import signal
import subprocess
import sys
import tomllib

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from kg import resources
from kg.ui.pages import PAGES
from kg.ui.server import (
    PAGES_SCRIPT,
    QUERY_PAGE,
    SafetyHeaders,
    ServerError,
    address_of,
    app_parts,
    bind,
    build_endpoint,
    shared_pool,
    streamlit_options,
)
from kg.ui.settings import Settings
from tests.ui.sample import opening, write_sample
from tests.ui.serving import Client, environment, serving


def free_port():
    with bind("127.0.0.1", 0) as listener:
        return listener.getsockname()[1]


def test_streamlit_sends_nothing_and_shows_no_paths():
    options = streamlit_options(Settings(max_upload_mb=7, host="::1", port=99))
    assert options["browser.gatherUsageStats"] is False
    assert options["client.showErrorDetails"] == "none"
    assert options["client.showErrorLinks"] is False
    assert options["client.toolbarMode"] == "minimal"
    assert (options["server.maxUploadSize"], options["server.address"], options["server.port"]) == (7, "::1", 99)


def test_app_file_sets_the_options_for_every_way_to_start_it(tmp_path):
    """`streamlit run app.py` and `uvicorn app:app` import the file and read the options afterwards."""
    names = list(streamlit_options())
    code = (
        "import json, sys; sys.path.insert(0, sys.argv[1]); import app; from streamlit import config;"
        f"print(json.dumps({{name: config.get_option(name) for name in {names!r}}}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(resources.APP.parent)],
        env=environment(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert json.loads(done.stdout) == json.loads(json.dumps(streamlit_options(Settings(data_dir=tmp_path))))


def test_options_for_streamlit_run_agree_with_ours():
    """`streamlit run` acts on some options before it reads app.py, so they also stand in its own file."""
    written = tomllib.loads((resources.APP.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    options = {f"{section}.{name}": value for section, table in written.items() for name, value in table.items()}
    ours = streamlit_options(Settings())
    assert options == {name: ours[name] for name in ("browser.gatherUsageStats", "server.address", "server.headless")}


def test_app_has_the_routes_of_the_endpoint_and_the_script_of_the_pages(tmp_path):
    routes = app_parts(Settings(data_dir=tmp_path))["routes"]
    assert [route.path for route in routes] == ["/sparql", "/data/{local:path}", "/ontology", "/health"]
    assert PAGES_SCRIPT.is_file()


def test_page_for_queries_is_one_of_the_pages():
    assert QUERY_PAGE.removeprefix("/") in {page.name for page in PAGES}


def test_pool_is_shared_by_pages_and_endpoint(tmp_path):
    settings = Settings(data_dir=tmp_path)
    assert shared_pool(settings) is shared_pool(settings.model_copy(update={"port": 1}))
    assert shared_pool(settings) is not shared_pool(Settings(data_dir=tmp_path / "other"))


def test_bind_takes_a_free_port():
    with bind("127.0.0.1", 0) as listener:
        assert address_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_bind_says_which_port_is_taken():
    with bind("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(ServerError, match=f"127.0.0.1, port {port}: .*in use.*--port"):
            bind("127.0.0.1", port)


def test_bind_says_when_an_address_is_not_ours():
    with pytest.raises(ServerError, match=r"cannot listen on no\.such\.host\.invalid"):
        bind("no.such.host.invalid", 0)


@pytest.mark.parametrize(
    ("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "127.0.0.1"), ("::1", "[::1]"), ("::", "[::1]")]
)
def test_address_can_be_typed_into_a_browser(host, shown):
    class Listener:
        def getsockname(self):
            return (host, 8501)

    assert address_of(Listener()) == f"http://{shown}:8501"


def test_every_answer_keeps_foreign_hosts_out():
    async def page(_request):
        return PlainTextResponse("hello", headers={"Referrer-Policy": "no-referrer"})

    app = Starlette(routes=[Route("/", page)], middleware=[Middleware(SafetyHeaders)])
    answer = Client(app).get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_endpoint_alone_has_no_pages(tmp_path):
    client = Client(build_endpoint(Settings(data_dir=tmp_path)))
    assert client.get("/health").json()["status"] == "empty"
    assert client.get("/").status_code == 404


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_sample(folder, opening())
    return folder


def test_serve_announces_one_address_that_answers(folder):
    with serving(folder, "serve", "--port", "0") as served:
        answer = httpx.get(served.announced[0], params={"query": "ASK { ?s ?p ?o }"}, trust_env=False)
        assert answer.json()["boolean"] is True


def test_serve_sees_what_another_process_adds(tmp_path):
    write_sample(tmp_path, opening())
    with serving(tmp_path, "serve", "--port", "0") as served:
        health = served.announced[0].replace("/sparql", "/health")
        before = httpx.get(health, trust_env=False).json()["graph"]
        write_sample(tmp_path)
        assert httpx.get(health, trust_env=False).json()["graph"] != before


def test_serve_refuses_a_port_that_is_taken(folder):
    with bind("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "kg", "serve", "--port", str(port)],
            env=environment(folder),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stdout) == (2, "")
    assert f"port {port}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def interruptible():
    """Let processes that are started here hear Ctrl-C, also where the tests themselves run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent differently there")
@pytest.mark.usefixtures("interruptible")
def test_serve_stops_quietly_at_ctrl_c(folder):
    with serving(folder, "serve", "--port", "0") as served:
        assert served.stop(signal.SIGINT) == 130
    assert served.said == []
