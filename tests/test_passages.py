"""The document is read whole: every passage at its place, and nothing lost."""

import pytest

from graph.document import Document, Span, read_document
from graph.passages import Layout, find_segments, find_unclosed_quotes, join, split

# Offsets worked out by hand from the file: code points, half open.
PLACES = {
    "lead-s1": (0, 210),
    "lead-s2": (211, 610),
    "background-s1": (632, 1050),
    "background-s2": (1051, 1373),
    "background-s3": (1374, 1480),
    "background-i1": (1481, 1592),
    "background-i2": (1593, 1924),
    "background-s4": (1929, 2225),
    "background-s5": (2226, 2752),
    "background-s6": (2753, 2958),
    "history-s1": (2977, 3214),
    "history-s2": (3215, 3443),
    "history-i1": (3448, 3823),
    "history-i2": (3829, 4016),
    "history-i3": (4022, 4145),
    "history-i4": (4151, 4363),
    "history-s3": (4369, 4581),
    "objectives-i1": (4636, 4758),
    "objectives-i2": (4760, 4869),
    "objectives-i3": (4871, 4968),
    "objectives-i4": (4969, 5071),
    "objectives-i5": (5072, 5164),
    "objectives-i6": (5165, 5359),
    "see-also-i1": (5381, 5430),
    "see-also-i2": (5431, 5455),
    "external-links-i1": (5481, 5662),
    "external-links-i2": (5663, 5738),
    "external-links-i3": (5739, 5793),
    "external-links-i4": (5794, 5880),
    "external-links-i5": (5881, 5975),
    "category-1": (6013, 6044),
    "category-2": (6045, 6076),
    "category-3": (6077, 6116),
}


def read(text: str) -> Layout:
    return split(read_document(text.encode()), {})


def find_plain(text: str) -> list[str]:
    return [passage.plain for passage in read(text).passages]


def test_every_passage_stands_at_its_place(layout: Layout) -> None:
    """The 33 passages have the offsets that a person found."""
    found = {p.key: (p.span.start, p.span.end) for p in layout.passages}

    assert found == PLACES


def test_passages_and_structure_joined_are_the_file(layout: Layout) -> None:
    """No character is lost or doubled."""
    assert join(layout) == layout.document.text


def test_structural_text_is_headings_space_and_stray_stops(layout: Layout) -> None:
    """Outside the passages only mark-up is left: headings, blanks, a template, stray stops."""
    rest = [text for text, passage in find_segments(layout) if passage is None]

    markup = [f"=={title.text}==" for title in layout.document.headings]
    for text in rest:
        for piece in ("== See also ==", "{{Reflist}}", *markup):
            text = text.replace(piece, "")  # noqa: PLW2901 - it is worn down
        assert set(text) <= set(" .\n")


def test_counts_are_those_of_the_document(document: Document, layout: Layout) -> None:
    """Seven sections, 11 footnotes, 13 wikilinks to 10 targets, 3 categories, 5 quotations."""
    targets = {link.target[:1].upper() + link.target[1:] for link in document.links}

    assert len(layout.sections) == 7
    assert len(document.footnotes) == 11
    assert (len(document.links), len(targets)) == (13, 10)
    assert len(document.categories) == 3
    assert len(layout.quotations) == 5


@pytest.mark.parametrize(
    ("number", "start", "end"),
    [(1, 212, 415), (2, 1083, 1278), (3, 1375, 1770), (4, 2287, 2508), (5, 3056, 3348)],
)
def test_quotation_stands_between_its_marks(
    layout: Layout, number: int, start: int, end: int
) -> None:
    """A quotation has the offsets of the words between its marks."""
    assert layout.quotations[number - 1].span == Span(start, end)


def test_sentence_ends_before_a_capital_and_takes_its_footnote() -> None:
    """A footnote after a sentence belongs to it; the next one begins after the space."""
    layout = read("One thing.<ref>a</ref> <ref>b</ref> Another thing.")

    assert [p.plain for p in layout.passages] == ["One thing.", "Another thing."]
    assert [len(layout.find_footnotes(p)) for p in layout.passages] == [2, 0]


def test_initials_and_abbreviations_end_no_sentence() -> None:
    """A full stop after an initial or a common abbreviation is none of a sentence."""
    text = "Mr. J. Smith cites Art. 4 and No. 5 of it. He is right."

    assert find_plain(text) == ["Mr. J. Smith cites Art. 4 and No. 5 of it.", "He is right."]


def test_markup_is_removed_and_entities_are_read() -> None:
    """Bold, links, comments, templates and entities leave what a reader sees."""
    text = "'''A''' [[b|c]] [http://x.example/ d]<!-- no -->{{t}} &amp; <b>b</b>."

    assert find_plain(text) == ["A c d & b."]


def test_named_footnote_repeats_the_text_of_its_definition() -> None:
    """A footnote that only repeats a name has the text and address of the one that defines it."""
    layout = read('A.<ref name="x">[http://x.example/ X]</ref> B.<ref name="x" />')

    assert [note.url for note in layout.document.footnotes] == ["http://x.example/"] * 2


def test_quotation_mark_without_partner_is_found() -> None:
    """The offset of the mark is given, so that a person finds it."""
    document = read_document(b'He said "yes. And no.')

    assert find_unclosed_quotes(document) == [8]


@pytest.mark.parametrize("text", ["", "\n", "== Only ==\n", "{{Reflist}}", "* \n*\n"])
def test_document_without_words_has_no_passages(text: str) -> None:
    """What shows nothing gives no passage, and joins to itself."""
    layout = read(text)

    assert layout.passages == ()
    assert join(layout) == text


def test_widened_span_takes_whole_elements() -> None:
    """Words that cover all that a link shows take the link's brackets with them."""
    layout = read("See [[a|the pond]] now.")
    shown = Span(8, 16)

    assert layout.document.text[shown.start : shown.end] == "the pond"
    widened = layout.document.widen(shown)
    assert layout.document.text[widened.start : widened.end] == "[[a|the pond]]"
