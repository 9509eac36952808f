"""Text is normalised once, and offsets stay those of the decoded file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.read.formats import read_bytes
from brink.read.language import guess_language, language_name
from brink.read.normalise import normalise
from tests.growth import cost_ratio
from tests.read.files.making import one_document


@given(st.text())
def test_normalising_twice_changes_nothing(text: str):
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet=st.characters(exclude_characters="\r\ufeff", exclude_categories=())))
def test_text_without_cr_or_mark_keeps_its_length(text: str):
    assert len(normalise(text)) == len(text)


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_normalised_text_can_always_be_stored(text: str):
    assert not set(normalise(text).encode()) & {0, 13, 27}


def test_controls_and_overrides_of_direction_become_one_space_each():
    assert normalise("a\x00b\u202ec\u2066d\te\n") == "a b c d\te\n"


def test_a_quote_after_windows_line_ends_lies_where_one_line_end_counts_one():
    page = one_document(list(read_bytes("a.txt", b"\xef\xbb\xbfLine one\r\nGunfire in Goma\r\n")))
    assert page.text[9:16] == "Gunfire"


@pytest.mark.parametrize(
    ("encoding", "note"),
    [
        ("utf-8", "decoded as UTF-8"),
        ("utf-8-sig", "decoded as UTF-8, by its byte order mark"),
        ("utf-16", "decoded as UTF-16, by its byte order mark"),
        ("utf-16-le", "decoded as UTF-16-LE, by its zero bytes"),
        ("utf-32", "decoded as UTF-32, by its byte order mark"),
        ("cp1252", "decoded as windows-1252 (its bytes fit Western punctuation)"),
    ],
)
def test_the_decoding_used_is_noted_and_right(encoding: str, note: str):
    text = "The general’s men – “twenty of them” – left Bogotá and crossed the river at dawn."
    page = one_document(list(read_bytes("a.txt", text.encode(encoding))))
    assert page.text == text
    assert page.notes == (note,)


def test_cyrillic_in_a_legacy_encoding_is_told_by_its_letters():
    text = "Сегодня утром в центре города прогремел взрыв, сообщили местные власти. " * 20
    assert one_document(list(read_bytes("a.txt", text.encode("cp1251")))).text == text


def test_a_page_is_decoded_as_it_declares():
    html = '<meta charset="windows-1251"><p>Обстрел Харькова</p>'
    assert "Обстрел Харькова" in one_document(list(read_bytes("a.html", html.encode("cp1251")))).text


def test_a_line_of_fifty_megabytes_is_read_whole():
    data = ("The army’s men " * 3_000_000).encode()[:51_000_000]
    assert len(one_document(list(read_bytes("a.txt", data))).text) == 45_000_000


def test_a_line_eight_times_as_long_costs_nowhere_near_sixty_four_times_as_much():
    short, long = (("The army’s men " * times).encode() for times in (50_000, 400_000))
    assert cost_ratio(lambda: list(read_bytes("a.txt", short)), lambda: list(read_bytes("a.txt", long))) < 24


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The rebels said that they had taken the town from the army after two days of fighting.", "en"),
        (
            "Six parties have chosen a mayor from a small town to run against the president next spring. "
            "He beat a minister in Sunday's second round. His problem is to keep one boat afloat.",
            "en",
        ),
        (
            "De regering heeft besloten om de troepen in Mali te laten. Het was een moeilijke beslissing, zei "
            "de minister, die had gezegd dat er geen tijd was. In de stad is het rustig, we zien land en water.",
            "nl",
        ),
        ("Los rebeldes dijeron que habían tomado la ciudad tras dos días de combates con el ejército.", "es"),
        ("De rebellen zeiden dat ze de stad hadden ingenomen na twee dagen vechten met het leger.", "nl"),
        ("Gunmen killed seven farmers in Zamfara state, Nigeria. Boko Haram raided Bosso.", "en"),
        ("Quetta blast kills 5, wounds 11; BLA claims responsibility", "en"),
        ("Di President don tok say soldiers kill plenti pipo for di village wey dey near Kano.", "pcm"),
        ("El Ejército abatió a dos guerrilleros en Arauca.", "es"),
        ("Quetta", None),
    ],
)
def test_english_is_told_from_other_languages_even_where_it_is_mostly_names(text: str, language: str | None):
    assert guess_language(text) == language


def test_a_language_is_named_and_an_unknown_code_stands_as_it_is():
    assert (language_name("sw"), language_name("pcm"), language_name("qqx")) == (
        "Swahili",
        "Nigerian Pidgin",
        "qqx",
    )
