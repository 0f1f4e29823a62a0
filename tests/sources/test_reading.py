import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.sources import READERS, read_bytes, read_file
from kg.sources.reading import MAX_BYTES

STORY = "Slopes are open\nSource: Lamma Post | Published: 2025-03-10\n\nThe Slope Registry has opened."
PAGE = "<html><title>Slopes</title><body><p>The Slope Registry has opened its doors.</p></body></html>"


def test_read_file_names_the_file_in_the_article(tmp_path):
    path = tmp_path / "slopes.txt"
    path.write_text(STORY, encoding="utf-8")
    (article,) = read_file(path)
    assert (article.title, article.source_file) == ("Slopes are open", "slopes.txt")


def test_read_file_says_when_there_is_none(tmp_path):
    with pytest.raises(SourceError, match=r"nowhere\.txt: No such file"):
        read_file(tmp_path / "nowhere.txt")


def test_read_file_refuses_a_folder(tmp_path):
    with pytest.raises(SourceError, match="directory"):
        read_file(tmp_path)


def test_read_file_refuses_what_is_too_large_without_reading_it(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(SourceError, match="split it first"):
        read_file(path)


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "a", "a.HTML", "a.xyz"])
def test_web_page_is_recognised_whatever_its_name(name):
    (article,) = read_bytes(f"  <!-- saved -->\n<!DOCTYPE html>{PAGE}".encode(), name=name)
    assert "<" not in article.text
    assert "The Slope Registry has opened its doors." in article.text


@pytest.mark.parametrize("name", ["a.txt", "pasted", "Notes of 3.5", "a.text"])
def test_other_text_is_read_as_plain_text(name):
    (article,) = read_bytes(STORY.encode(), name=name)
    assert article.publisher == "Lamma Post"


def test_markdown_is_read_without_its_marks():
    (article,) = read_bytes(b"# Slopes\n\nThe **Slope Registry** has opened.", name="a.md")
    assert article.text == "Slopes\n\nThe Slope Registry has opened."


@pytest.mark.parametrize("media_type", ["text/plain", "TEXT/PLAIN; charset=utf-8"])
def test_given_media_type_wins_over_the_name(media_type):
    (article,) = read_bytes(b"# 1 slope\n\nIt is open.", name="a.md", media_type=media_type)
    assert article.text.startswith("# 1 slope")


@pytest.mark.parametrize(("name", "media_type"), [("a.json", None), ("a.csv", None), ("a", "application/pdf")])
def test_unknown_formats_are_refused_with_what_to_do(name, media_type):
    with pytest.raises(SourceError, match=r"cannot read .*give plain text"):
        read_bytes(b'{"title": "x"}', name=name, media_type=media_type)


@pytest.mark.parametrize("data", [b"", b" \n\t\n "])
def test_empty_input_is_refused(data):
    with pytest.raises(SourceError, match="is empty"):
        read_bytes(data, name="a.txt")


def test_readers_cover_text_markdown_and_pages():
    assert set(READERS) == {"text/plain", "text/markdown", "text/html"}


def test_same_bytes_give_the_same_articles():
    assert read_bytes(STORY.encode(), name="a.txt") == read_bytes(STORY.encode(), name="a.txt")


def check(data, name):
    try:
        articles = read_bytes(data, name=name)
    except SourceError:
        return
    assert articles
    for article in articles:
        assert article.text.strip()
        assert article.title.strip()
        assert not [c for c in article.text if ord(c) < 32 and c != "\n"]
        assert len(article.id) == 12
        assert article.source_file == name
    assert articles == read_bytes(data, name=name)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "pasted"]))
@example(b"\xff\xfe", "a.txt")
@example(b"\x00\x00\x00\x00", "a.txt")
@example(b"<html><p>", "a.html")
@example(b"---\n---\n", "a.md")
def test_any_bytes_give_articles_or_a_source_error(data, name):
    check(data, name)


LINE = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINE, max_size=12), st.sampled_from(["utf-8", "utf-16", "gb18030"]))
@example(["Source: x | Published: 2025-02-30", "Source: x | Published: 2025-02-30"], "utf-8")
def test_any_text_gives_articles_or_a_source_error(lines, encoding):
    check("\n".join(lines).encode(encoding), "a.txt")
