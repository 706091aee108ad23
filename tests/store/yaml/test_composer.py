"""The composer keeps every scalar as text and in its place, and builds nothing hostile."""

from __future__ import annotations

from typing import Any

import pytest
from yaml.error import MarkedYAMLError

from tui.core.problems.problem import Place
from tui.store.yaml.composer import DEPTH, ITS_DEPTH, Composer, DepthError, SecondDocumentError
from tui.store.yaml.nodes import Node, YamlMapping, YamlSequence, place_of


def composed(text: str) -> tuple[Node, list[str]]:
    """The root node of a text, and the codes of its problems."""
    codes: list[str] = []

    def report(_place: Place, code: str, _severity: str, _message: str, _hint: str | None, _cures: Any = ()) -> None:
        codes.append(code)

    composer = Composer(text.encode(), text, report)
    root = composer.node(composer.root())
    composer.finish()
    return root, codes


def plain(node: Node) -> Any:
    """A node as dicts, lists and texts."""
    if isinstance(node, YamlMapping):
        return {key: plain(value) for key, (_, value) in node.pairs.items()}
    return [plain(item) for item in node.items] if isinstance(node, YamlSequence) else node.value


SCALARS = ["NO", "on", "0044", "-0044", "12:30", "2025-02-30", "1_000", "~", "null", "1.10", "0x1F", "1e3", "=", "true"]


@pytest.mark.parametrize("text", SCALARS)
def test_a_scalar_is_the_text_that_was_typed(text: str) -> None:
    root, codes = composed(f"a: {text}\n")
    assert plain(root) == {"a": text}
    assert codes == []


def test_quotes_and_blocks_are_read_as_yaml_has_them() -> None:
    root, _ = composed("a: \"x\\ty\"\nb: 'it''s'\nc: >-\n  one\n  two\nd: |\n  one\n  two\n")
    assert plain(root) == {"a": "x\ty", "b": "it's", "c": "one two", "d": "one\ntwo\n"}


def test_nodes_know_their_places_in_characters() -> None:
    root, _ = composed("é😀: [ü, 'x y']\nb:\n  c: d\n")
    assert isinstance(root, YamlMapping)
    key, value = root.pairs["é😀"]
    assert place_of(key) == (1, 1, 1, 3)
    assert place_of(value) == (1, 5, 1, 15)
    assert isinstance(value, YamlSequence)
    assert [place_of(item) for item in value.items] == [(1, 6, 1, 7), (1, 9, 1, 14)]


DATES = ["{1960,1961-12}", "[..2025-08-21~]", "[1667,1668..1670]", "{..1983-12-31,1984-10-10}", "[ 1960, 1960 ]"]


@pytest.mark.parametrize("text", DATES)
def test_a_set_in_a_field_of_dates_is_its_source_text(text: str) -> None:
    root, codes = composed(f"é: x\ndate: {text}\npublished: {text} # why\nother: [a]\n")
    assert plain(root) == {"é": "x", "date": text, "published": text, "other": ["a"]}
    assert codes == []


def test_a_set_may_be_a_claimed_date() -> None:
    root, codes = composed("claims:\n  date:\n    [..2025-08-21]: [x]\n    2025-08: y\n")
    assert plain(root) == {"claims": {"date": {"[..2025-08-21]": ["x"], "2025-08": "y"}}}
    assert codes == []


def test_a_key_that_is_repeated_is_told_and_the_first_kept() -> None:
    assert [plain(composed("a: 1\na: 2\n")[0]), composed("a: 1\na: 2\n")[1]] == [{"a": "1"}, ["duplicate-key"]]


def test_an_item_that_lost_its_dash_is_told_once() -> None:
    assert composed("- id: a\n  title: A\n  id: b\n  title: B\n")[1] == ["duplicate-key"]


def test_aliases_stand_for_what_they_name() -> None:
    root, codes = composed("a: &x [1, 2]\nb: *x\nc: &y text\nd: *y\n")
    assert plain(root) == {"a": ["1", "2"], "b": ["1", "2"], "c": "text", "d": "text"}
    assert codes == []


ODD = [
    ("a: *x\n", {"a": ""}, ["unknown-alias"]),
    ("a: &x [*x]\n", {"a": [""]}, ["alias-cycle"]),
    ("a: &x {b: {c: *x}}\n", {"a": {"b": {"c": ""}}}, ["alias-cycle"]),
    ("a: &x text\n", {"a": "text"}, ["unused-anchor"]),
    ("a: !!int 1\nb: !x [c]\n", {"a": "1", "b": ["c"]}, ["tag", "tag"]),
    ("a: 1\n<<: {b: 2}\n", {"a": "1"}, ["merge-key"]),
    ("'<<': 1\n", {"<<": "1"}, []),
    ("? [a]\n: b\nc: d\n", {"c": "d"}, ["bad-key"]),
    ("? {a: [b, {c: d}]}\n: [e]\nf: g\n", {"f": "g"}, ["bad-key"]),
    ("a: " + "x" * 1_000_001, {"a": ""}, ["too-long"]),
    ("text: la grève #2\nurl: x #y\nkind: z # w\n", {"text": "la grève", "url": "x", "kind": "z"}, ["cut-by-hash"]),
]


@pytest.mark.parametrize(("text", "expected", "codes"), ODD)
def test_what_a_timeline_has_no_use_for_is_told_and_left_out(text: str, expected: Any, codes: list[str]) -> None:
    root, found = composed(text)
    assert (plain(root), found) == (expected, codes)


def test_aliases_are_counted_before_anything_is_built() -> None:
    text = "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
    text += "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert composed(text)[1] == ["alias-bomb"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_stops_at_its_limit_long_before_the_parser_suffers(opening: str) -> None:
    with pytest.raises((DepthError, MarkedYAMLError)) as error:
        composed(opening * 20_000)
    if isinstance(error.value, MarkedYAMLError):  # the parser was first: it looks ahead for the end of a key
        assert error.value.problem == ITS_DEPTH
    else:
        assert isinstance(error.value, DepthError)
        assert error.value.mark.line == 0


def test_nesting_up_to_the_limit_is_fine() -> None:
    assert composed("[" * DEPTH + "]" * DEPTH)[1] == []
    with pytest.raises(DepthError):
        composed("[" * (DEPTH + 1) + "]" * (DEPTH + 1))


def test_a_second_document_is_not_passed_over() -> None:
    with pytest.raises(SecondDocumentError):
        composed("a: b\n---\nc: d\n")


def test_a_list_is_read_item_by_item() -> None:
    text = "events:\n- 1\n- [2]\nlast: x\n"
    composer = Composer(text.encode(), text, lambda *_: None)
    composer.root()
    found = []
    for key, start in composer.entries():
        if key.value == "events":
            found += [plain(composer.node(item)) for item in composer.items()]
        else:
            found.append(plain(composer.node(start)))
    assert found == ["1", ["2"], "x"]
