"""Hostile text is shown and harms nothing; search is blind to accents; nothing is wider than its column."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.core.text.cells import cut, fit, pad, wrap
from tui.core.text.clean import clean, clean_line, to_json
from tui.core.text.fold import fold, fold_key

FORBIDDEN = {
    *map(chr, [*range(0x09), *range(0x0B, 0x20), *range(0x7F, 0xA0)]),  # C0 but TAB and LF, DEL, C1
    *"\u061c\u200b\u200e\u200f\u2028\u2029\u2060\ufeff\u00ad\u034f\u180e\u3164\uffa0",
    *map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x2070)]),
    *map(chr, range(0xD800, 0xE000)),
    *map(chr, range(0xE0000, 0xE0080)),
}

anything = st.text(st.characters())
hostile = st.text(st.sampled_from([*sorted(FORBIDDEN), *"aé \n\t«»’\u00a0🙂❤\ufe0f\u200d\u200cم日\u0301[]/<>"]))
texts = anything | hostile


class TestClean:
    """What leaves the process is visible, and only what it looks like."""

    @pytest.mark.parametrize(
        ("payload", "shown"),
        [
            ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),  # CSI
            ("\x1b]0;title\x07", "␛]0;title␇"),  # OSC 0 sets the title
            ("\x1b]8;;http://evil.example\x1b\\x", "␛]8;;http://evil.example␛\\x"),  # OSC 8 links
            ("\x1b]52;c;ZWNobyBoaQ==\x07", "␛]52;c;ZWNobyBoaQ==␇"),  # OSC 52 fills the clipboard
            ("\x1bPq#0\x1b\\", "␛Pq#0␛\\"),  # DCS
            ("\x1b_apc\x1b\\\x1bc", "␛_apc␛\\␛c"),  # APC, then RIS
            ("\x9b2J\x9d52;c;x\x9c\x90", "<U+009B>2J<U+009D>52;c;x<U+009C><U+0090>"),  # the same in C1
            ("a\x00b\x08\x7f\r", "a␀b␈␡␍"),
            ("\x0e\x0b\x0c\x1c\x85", "␎␋␌␜<U+0085>"),
            ("user\u202e}\u2066 if admin\u2069", "user<U+202E>}<U+2066> if admin<U+2069>"),
            ("\u061c\u200e\u200f\u202a\u2068", "<U+061C><U+200E><U+200F><U+202A><U+2068>"),
            ("one\u2028two\u2029three", "one<U+2028>two<U+2029>three"),
            ("\ufeffzero\u200bwidth\u2060\u00ad", "<U+FEFF>zero<U+200B>width<U+2060><U+00AD>"),
            ("tag\U000e0041\U000e007f", "tag<U+E0041><U+E007F>"),
            ("lone \ud800\udfff", "lone <U+D800><U+DFFF>"),
            ("pay\u200dpal pay\u200cpal", "pay<U+200D>pal pay<U+200C>pal"),
            ("x\ufe01\ufe02\ufe03", "x\ufe01<U+FE02><U+FE03>"),  # bytes in variation selectors
            ("x\U000e0101", "x<U+E0101>"),
            ("\u3164\uffa0\u115f", "<U+3164><U+FFA0><U+115F>"),  # letters that draw nothing
        ],
    )
    def test_what_steers_or_hides_is_shown(self, payload: str, shown: str) -> None:
        assert clean(payload) == shown

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "plain [/] [b]markup[/b] :smile: {x} %s $HOME ; rm -rf",
            "two\n\tlines",
            "Centre d’appels « transféré » : 150\u00a0emplois, 8\u202f%",
            "می‌خواهم",  # a Persian word keeps its ZWNJ
            "क्‍ष",  # and Devanagari its ZWJ
            "👨‍👩‍👧‍👦 👩🏽‍🔬 ❤️ 🏳️‍🌈 1️⃣ 🇧🇪",
            "葛\U000e0100城",  # an ideograph may choose its form
            "e\u0301 naïve Łódź 日本語 مراكش",
        ],
    )
    def test_honest_text_is_the_same_object(self, text: str) -> None:
        assert clean(text) is text

    @given(texts)
    def test_nothing_forbidden_is_left_and_a_second_time_changes_nothing(self, text: str) -> None:
        once = clean(text)
        assert not FORBIDDEN & set(once)
        assert clean(once) == once
        once.encode()  # no lone surrogate

    @given(texts)
    def test_every_other_character_stays_in_its_place(self, text: str) -> None:
        kept = [c for c in text if not FORBIDDEN & {c} and unicodedata.category(c) not in ("Cf", "Cn", "Lo", "Mn")]
        remaining = iter(clean(text))
        assert all(character in remaining for character in kept)

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("  one\n\ttwo   three\n", "one two three"),
            ("8\u202f% de\u00a0plus", "8\u202f% de\u00a0plus"),
            ("a\r\nb", "a␍ b"),
            ("\x1b[2J\n", "␛[2J"),
        ],
    )
    def test_one_line_of_it(self, text: str, line: str) -> None:
        assert clean_line(text) == line

    @given(texts)
    def test_a_line_has_no_line_end_tab_or_double_space(self, text: str) -> None:
        line = clean_line(text)
        assert not {"\n", "\t"} & set(line)
        assert "  " not in line
        assert line == clean(line)


class TestJson:
    """JSON keeps the text: readable where it is harmless, escaped where it is not."""

    def test_letters_are_readable_and_the_hidden_is_escaped(self) -> None:
        text = to_json({"titre": "Liège \x1b\x9b\u202e\u2028\U000e0041\ud800 👨‍👩‍👧 «\u00a0»"})
        hidden = r"\u001b\u009b\u202e\u2028\udb40\udc41\ud800"
        assert text == '{"titre": "Liège ' + hidden + ' 👨‍👩‍👧 «\u00a0»"}'

    def test_it_can_be_indented(self) -> None:
        assert to_json([1, "\x7f"], indent=2) == '[\n  1,\n  "\\u007f"\n]'

    @given(texts)
    def test_loading_gives_the_text_back(self, text: str) -> None:
        assume(text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "surrogatepass") == text)
        written = to_json({text: [text]})
        assert json.loads(written) == {text: [text]}
        assert not (FORBIDDEN - {"\n"}) & set(written)


class TestFold:
    """What search compares."""

    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("Liège", "liege"),
            ("LIE\u0300GE", "liege"),
            ("L’énergéticien", "l'energeticien"),
            ("Œuvre, cœur, straße, Ærø", "oeuvre, coeur, strasse, aero"),
            ("Łódź İstanbul đakovo", "lodz istanbul dakovo"),
            ("8\u202f%  de\u00a0plus\n", "8 % de plus"),
            ("2025–2026 ‑ “x” …", '2025-2026 - "x" ...'),
            ("Αθήνα Москва", "athina moskva"),
            ("Plain ASCII", "plain ascii"),
        ],
    )
    def test_case_accents_quotes_and_spaces_do_not_count(self, text: str, folded: str) -> None:
        assert fold(text) == folded

    def test_a_letter_that_nobody_transliterates_stays_findable(self) -> None:
        assert fold("مراكش") == fold("مراكش ") != ""
        assert fold("日本") != fold("中国")

    @given(texts)
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        assert fold(fold(text)) == fold(text)
        assert fold_key(fold_key(text)) == fold_key(text)

    @pytest.mark.parametrize(
        ("typed", "name"),
        [
            ("total energies", "TotalEnergies"),
            ("totalenergies", "Total-Energies"),
            ("cote divoire", "Côte d’Ivoire"),
            ("st ouen", "St. Ouen"),
        ],
    )
    def test_pickers_see_no_spaces_and_no_punctuation(self, typed: str, name: str) -> None:
        assert fold_key(typed) == fold_key(name)


FAMILY = "👨‍👩‍👧‍👦"


class TestWidths:
    """In cells, as Rich measures them."""

    @pytest.mark.parametrize(
        ("text", "width", "fitted"),
        [
            ("Union", 5, "Union"),
            ("Union confirms", 8, "Union c…"),
            ("Union confirms", 7, "Union…"),  # no space before the ellipsis
            ("日本語", 6, "日本語"),
            ("日本語", 5, "日本…"),
            ("日本語", 4, "日…"),  # half a character is none
            ("e\u0301te\u0301 fini", 4, "e\u0301te\u0301…"),
            ("\u1112\u1161\u11ab" * 3, 5, "\u1112\u1161\u11ab" * 2 + "…"),  # syllables in their letters
            (FAMILY * 3, 5, FAMILY * 2 + "…"),
            ("🇧🇪🇫🇷🇲🇦", 3, "🇧🇪…"),
            ("abc", 1, "…"),
            ("abc", 0, ""),
        ],
    )
    def test_text_is_cut_to_fit(self, text: str, width: int, fitted: str) -> None:
        assert fit(text, width, cell_len) == fitted

    def test_the_ellipsis_can_be_ascii_and_is_cut_itself_when_there_is_no_room(self) -> None:
        assert fit("abcdefgh", 6, ellipsis="...") == "abc..."
        assert fit("abcdefgh", 2, ellipsis="...") == ".."

    @pytest.mark.parametrize(("align", "padded"), [("left", "日本…  "), ("right", "  日本…"), ("center", " 日本… ")])
    def test_padding_gives_the_exact_width(self, align: str, padded: str) -> None:
        assert pad("日本…", 7, cell_len, align) == padded

    @given(texts, st.integers(0, 30))
    def test_nothing_is_wider_than_its_column(self, text: str, width: int) -> None:
        line = clean_line(text)
        assert cell_len(fit(line, width, cell_len)) <= width
        assert cell_len(pad(line, width, cell_len)) == width
        assert all(cell_len(row) <= max(width, 1) for row in wrap(clean(text), width, cell_len))

    @given(texts, st.integers(0, 30))
    def test_a_cut_text_is_a_beginning_and_the_rest_would_not_fit(self, text: str, width: int) -> None:
        line = clean_line(text)
        head = cut(line, width, cell_len)
        assert line.startswith(head)
        assert head == line or not unicodedata.combining(line[len(head)])

    @pytest.mark.parametrize(
        ("text", "width", "lines"),
        [
            ("one two three", 7, ["one two", "three"]),
            ("one\n\ntwo three", 20, ["one", "", "two three"]),
            ("", 10, [""]),
            ("on vient d’apprendre la nouvelle !", 32, ["on vient d’apprendre la", "nouvelle !"]),
            ("il y a « un centre » ici", 8, ["il y a", "« un", "centre »", "ici"]),
            ("ils sont 150\u00a0000 en tout", 12, ["ils sont", "150\u00a0000 en", "tout"]),
            ("see https://example.org/long", 10, ["see", "https://ex", "ample.org/", "long"]),
            ("日本語のテキスト", 7, ["日本語", "のテキ", "スト"]),
            ("日本", 1, ["…", "…"]),
        ],
    )
    def test_text_is_wrapped_as_french_is_set(self, text: str, width: int, lines: list[str]) -> None:
        assert wrap(text, width, cell_len) == lines

    @given(st.text("abé «»!:日 \n", max_size=60), st.integers(3, 30))
    def test_wrapping_loses_no_character(self, text: str, width: int) -> None:
        lines = wrap(text, width, cell_len)
        assert "".join("".join(lines).split()) == "".join(text.split())
