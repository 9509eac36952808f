"""Each format gives its words and what the file says of itself."""

from __future__ import annotations

import json
from datetime import date

import pytest

from brink.dates import DateInterval
from brink.read.formats import read_bytes
from tests.read.files.making import a_pdf, one_document, reasons, texts

PAGE = """<html><head><title>Raid on a market in Zamfara | Northern Courier</title>
<meta property="article:published_time" content="2022-11-03T22:10:00-05:00">
<meta property="og:site_name" content="Northern Courier">
<link rel="canonical" href="https://courier.example/raid"></head><body>
<nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Raid on a market in Zamfara</h1>
<p>Men on motorcycles killed nine traders at a weekly market, people of the town said on Thursday.</p>
<p style="display: none">Words that no reader of the page can see.</p>
<p>It was the third raid in a month, and soldiers reached the town only after the riders had left it.</p>
<script>document.write("words of a script")</script></article></body></html>"""


def test_a_web_page_gives_its_main_text_title_date_outlet_and_address():
    page = one_document(list(read_bytes("a.html", PAGE.encode())))
    assert page.text.count("nine traders") == 1
    assert page.title == "Raid on a market in Zamfara"
    assert page.outlet == "Northern Courier"
    assert page.url == "https://courier.example/raid"
    assert page.date == DateInterval.day(date(2022, 11, 3))
    assert page.date_because == "metadata of the page: article:published_time"


def test_scripts_and_hidden_paragraphs_never_become_text():
    page = one_document(list(read_bytes("a.html", PAGE.encode())))
    assert "script" not in page.text
    assert "no reader" not in page.text


def test_linked_data_dates_a_page_without_meta_tags():
    data = {"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "datePublished": "2023-04-15"}]}
    html = f'<script type="application/ld+json">{json.dumps(data)}</script><p>Fighting began in Khartoum.</p>'
    page = one_document(list(read_bytes("a.html", html.encode())))
    assert page.date == DateInterval.day(date(2023, 4, 15))


def test_a_page_without_main_text_keeps_all_that_is_visible():
    html = (
        "<title>Wire</title><ul><li>Mandalay: curfew</li><li hidden>draft</li><li>Loikaw: shelling</li></ul>"
    )
    page = one_document(list(read_bytes("a.html", html.encode())))
    assert "Mandalay: curfew" in page.text
    assert "Loikaw: shelling" in page.text
    assert "draft" not in page.text


def test_a_page_too_deep_for_the_parser_loses_no_words():
    html = "<div>" * 5000 + "The bridge at Kherson was hit." + "</div>" * 5000
    assert "bridge at Kherson" in one_document(list(read_bytes("a.html", html.encode()))).text


def test_markdown_gives_up_its_marks_and_its_yaml_head():
    head = b"---\ntitle: Truce in Tigray\ndate: 2022-11-02\noutlet: Horn Desk\n---\n"
    raw = head + b"# Truce\n\n**Both** sides, says [the text](http://x.y).\n"
    page = one_document(list(read_bytes("a.md", raw)))
    assert page.text == "Truce\n\nBoth sides, says the text.\n"
    assert (page.title, page.outlet) == ("Truce in Tigray", "Horn Desk")
    assert page.date_because == "YAML head of the file: date"


def test_a_broken_yaml_head_costs_its_values_but_not_the_text():
    page = one_document(
        list(read_bytes("a.md", b"---\ntitle: [unclosed\n---\nShelling resumed near Sa'ada.\n"))
    )
    assert page.text == "Shelling resumed near Sa'ada.\n"
    assert any("YAML head not understood" in note for note in page.notes)


def test_a_mail_gives_subject_sender_and_date():
    raw = (
        b'From: "Casualty Desk" <desk@example.org>\r\nDate: Thu, 03 Nov 2022 22:10:00 -0500\r\n'
        b"Subject: =?utf-8?B?U2hlbGxpbmcgaW4gTWFyaWJ2?=\r\n\r\nShells fell on Marib at dawn.\r\n"
    )
    mail = one_document(list(read_bytes("a.eml", raw)))
    assert (mail.title, mail.outlet) == ("Shelling in Maribv", "Casualty Desk")
    assert mail.date == DateInterval.day(date(2022, 11, 3))
    assert mail.text.strip() == "Shells fell on Marib at dawn."


def test_a_mail_with_only_an_html_part_gives_its_words():
    raw = b"From: a@b.c\nSubject: x\nContent-Type: text/html\n\n<p>Two <b>miners</b> were abducted in Bukavu."
    assert "Two miners were abducted in Bukavu." in one_document(list(read_bytes("a.eml", raw))).text


def test_what_is_attached_to_a_mail_is_read_under_its_name():
    raw = (
        b"From: a@b.c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=cut\n\n--cut\n\n"
        b"See the note.\n--cut\nContent-Disposition: attachment; "
        b'filename="../note.txt"\n\nA convoy left Goma.\n--cut--\n'
    )
    assert texts(list(read_bytes("a.eml", raw))) == {
        "a.eml": "See the note.", "a.eml/_note.txt": "A convoy left Goma."
    }  # fmt: skip


def test_each_row_of_a_feed_is_a_document_and_a_bad_row_is_named():
    rows = [
        b'{"title": "One", "text": "Clashes in Cauca.", "date": "2022-05"}',
        b"{not json}",
        b'{"title": "Three"}',
    ]
    found = list(read_bytes("feed.jsonl", b"\n".join(rows)))
    assert texts(found) == {"feed.jsonl#1": "Clashes in Cauca."}
    assert "row 2: is not JSON" in reasons(found)["feed.jsonl#2"]
    assert "no words in the field `text` (fields given: title)" in reasons(found)["feed.jsonl#3"]


def test_a_month_in_a_feed_is_the_whole_month():
    row = b'{"text": "Clashes in Cauca.", "date": "May 2022"}'
    assert one_document(list(read_bytes("f.jsonl", row))).date == DateInterval.month(2022, 5)


def test_a_date_that_could_be_two_is_none_and_says_so():
    page = one_document(list(read_bytes("f.jsonl", b'{"text": "Clashes.", "date": "03/04/2022"}')))
    assert page.date is None
    assert page.notes == ("date of the row not understood: '03/04/2022'",)


def test_a_pdf_closes_hyphens_and_takes_running_heads_off():
    body = [
        "The convoy was stopped by armed men at the bri-",
        "dge east of Djibo and turned back to the town.",
    ]
    towns = ("Djibo", "Arbinda", "Dori", "Gorom")
    pages = [
        ["Sahel Monitor 2022", town, *(body if n == 1 else ()), str(n)] for n, town in enumerate(towns, 1)
    ]
    page = one_document(list(read_bytes("a.pdf", a_pdf(pages))))
    assert "at the bridge east of Djibo" in page.text
    assert "Sahel Monitor" not in page.text
    assert any("running heads" in note for note in page.notes)


def test_a_pdf_takes_its_date_from_metadata_only_when_its_first_page_agrees():
    agreed = one_document(list(read_bytes("a.pdf", a_pdf([["Report of 3 November 2022 on the border"]]))))
    printed = one_document(list(read_bytes("a.pdf", a_pdf([["A report on the border"]], made="20250101"))))
    assert agreed.date == DateInterval.day(date(2022, 11, 3))
    assert printed.date is None


def test_a_pdf_of_pictures_only_asks_for_text_recognition():
    assert "only pictures" in reasons(list(read_bytes("scan.pdf", a_pdf([[], []]))))["scan.pdf"]


@pytest.mark.parametrize("raw", [b"not a pdf at all", b"%PDF-1.7\ngarbage", a_pdf([["cut short"]])[:200]])
def test_a_broken_pdf_is_a_problem(raw: bytes):
    assert list(reasons(list(read_bytes("b.pdf", raw)))) == ["b.pdf"]


def test_a_pdf_under_a_text_name_is_read_as_what_it_is():
    assert one_document(list(read_bytes("a.txt", a_pdf([["Curfew in Loikaw"]])))).format == "pdf"


def test_a_picture_under_a_text_name_is_refused_by_what_it_is():
    assert reasons(list(read_bytes("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(99)))) == {
        "a.txt": "is a PNG image, not text"
    }


def test_an_ending_brink_does_not_read_says_which_it_reads():
    assert "it reads .txt .html" in reasons(list(read_bytes("a.docx", b"words")))["a.docx"]
