"""How an article was read, as `kg extract --explain` shows it: each sentence with what every step made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Literal, Period, Phrase

if TYPE_CHECKING:
    from kg.extract import Explanation, Name, Proposal
    from kg.pipeline import Explained

MOST_DROPPED = 12  # of one sentence; the model weighs all pairs, most of them unlikely


def explanation_lines(explained: Explained) -> Iterator[str]:
    """Yield a title, the steps for each sentence, and what could not be linked to a named thing."""
    article = explained.graph.article
    yield f"{article.title or article.id}  ({article.published or 'no date'})"
    for sentence in explained.sentences:
        yield ""
        yield f"“{' '.join(sentence.sentence.split())}”"
        yield from _sentence_lines(sentence)
    for problem in explained.graph.problems:
        yield ""
        yield f"left out  {problem.message}"


def _sentence_lines(explanation: Explanation) -> Iterator[str]:
    for name in explanation.mentions:
        yield f"  name      {_name(name)}"
    for name in explanation.rejected:
        yield f"  no name   {_name(name)}: {name.reason}"
    for value in explanation.values:
        yield f"  value     {value.text} = {value.kind} {' to '.join(map(_literal, value.means))}"
    if explanation.line:
        yield f"  read as   {explanation.line}"
    for proposal in explanation.standing:
        yield f"  claim     {_proposal(proposal)}"
    for proposal in explanation.dropped[:MOST_DROPPED]:
        yield f"  dropped   {_proposal(proposal)}: {proposal.reason}"
    if more := explanation.dropped[MOST_DROPPED:]:
        yield f"  dropped   {len(more)} more that are less likely"
    if explanation.gaps:
        yield f"  no claim  though words of it stand there: {', '.join(explanation.gaps)}"


def _name(name: Name) -> str:
    meant = f", means {name.chain!r}" if name.chain else ""
    by = f" by {name.finder} {name.weight:.1f}" if name.finder else ""
    return f"{' '.join(name.text.split())} ({name.type}{meant}){by}"


def _proposal(proposal: Proposal) -> str:
    from kg.extract import literal_of  # noqa: PLC0415 - loads spaCy

    target = proposal.object
    literal = literal_of(target, last=proposal.relation == "endDate")
    end = target.span.text if literal is None and not isinstance(target, Literal) else _literal(literal)
    facts = f"{proposal.subject.span.text} -- {proposal.relation} --> {end}"
    return f"{facts} [{proposal.modality} {proposal.confidence:.2f}] by {proposal.rule!r}"


def _literal(literal: Literal | None) -> str:
    match literal:
        case Period(iso):
            return iso
        case Phrase(text):
            return text
        case None:
            return "?"
        case _:
            return f"{literal.amount:,f} {literal.unit}"
