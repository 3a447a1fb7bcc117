"""Answer for the evidence reader: which passage or statement is chosen, and its page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from server.http.errors import ProblemError
from server.http.messages import EncodingError, Request
from server.lookup.statements import Sentence
from server.pages.reading import Passage, Reading

GLYPHS = {
    "asserted": "●",
    "reported": "○",
    "confirmed": "✓",
    "contradicted": "✕",
    "qualified": "~",
}
LEGEND = (
    ("asserted", "the graph says it too"),
    ("reported", "someone says it; the graph does not"),
    ("confirmed", "another source says the same"),
    ("contradicted", "another source says otherwise"),
    ("qualified", "another source limits it"),
)


@dataclass(frozen=True)
class State:
    """Hold what is chosen in the reader; ``query`` is its address after the path."""

    passage: Passage | None = None
    sentence: Sentence | None = None
    query: str = ""


def read_state(request: Request, reading: Reading) -> State:
    """Return what a request chooses.

    Raises:
        ProblemError: it names a passage or a statement that the document does not have.
    """
    try:
        parameters = dict(request.read_parameters())
    except EncodingError as error:
        raise ProblemError(400, str(error)) from error
    statement, passage = parameters.get("statement", ""), parameters.get("passage", "")
    for each in reading.passages:
        for sentence in each.sentences:
            if statement and sentence.key == statement:
                return State(each, sentence, f"?statement={statement}")
        if not statement and passage and each.key == passage:
            return State(each, None, f"?passage={passage}")
    if statement or passage:
        kind = "statement" if statement else "passage"
        raise ProblemError(
            404,
            f"The document has no {kind} {statement or passage!r}.",
            hint="Statements from other sources have pages of their own; the reader has the rest.",
        )
    return State()


def count_coverage(reading: Reading) -> list[tuple[str, str, str]]:
    """Return the figures of the reading: what, how many, of how many ("" where of nothing)."""
    passages = reading.passages
    sentences = [sentence for passage in passages for sentence in passage.sentences]
    total, covered = sum(len(p.text) for p in passages), sum(p.covered for p in passages)
    modalities = Counter(s.modality.text for s in sentences if s.modality)
    asserted = sum(sentence.is_asserted for sentence in sentences)
    share = f"{100 * covered / total:.0f} %" if total else "–"
    figures = [
        ("Passages with statements", sum(bool(p.sentences) for p in passages), len(passages)),
        ("Characters in their words", share, f"{total:,}"),
        ("Statements", len(sentences), ""),
        ("asserted", asserted, ""),
        ("only reported", len(sentences) - asserted, ""),
        ("confirmed", sum(bool(s.confirmed) for s in sentences), ""),
        ("contradicted", sum(bool(s.contradicted) for s in sentences), ""),
        *((f"as {name}", number, "") for name, number in modalities.most_common()),
    ]
    return [(name, str(number), str(of)) for name, number, of in figures]
