"""The second stage of extraction: from mentions and values to claims, by the patterns that the ontology declares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.tokens import Doc

from kg.extract.assessing import assess, check, date_modality
from kg.extract.beginnings import begun
from kg.extract.clauses import rewrite
from kg.extract.encoder.judging import Judge
from kg.extract.frames import place_holders, settle, through_posts
from kg.extract.lines import Line, draw_lines
from kg.extract.pairing import complete, pair_ends
from kg.extract.patterns import Match, Pattern, compile_patterns, find_matches
from kg.extract.proposals import Proposal, best_of, claim_of, surest
from kg.extract.quotes import find_quotes
from kg.extract.topics import Topics
from kg.ontology import Ontology, RelationType

MAX_PROPOSALS = 400  # of one sentence: a page of names in a row must not explode


class RelationFinder:
    """Finds the claims of a text; a spaCy component."""

    def __init__(self, ontology: Ontology, judge: Judge | None = None) -> None:
        self.ontology = ontology
        self.judge = judge
        self.patterns = tuple(p for relation in ontology.relations.values() for p in compile_patterns(relation))
        self._by_anchor: dict[str, list[Pattern]] = defaultdict(list)
        for pattern in self.patterns:
            for anchor in pattern.anchors or {""}:
                self._by_anchor[anchor].append(pattern)

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.claims`."""
        standing = [proposal for proposal in self.proposals(doc) if not proposal.reason]
        doc._.claims = [claim for proposal in best_of(standing) if (claim := claim_of(proposal)) is not None]
        return doc

    def proposals(self, doc: Doc) -> list[Proposal]:
        """Return all that patterns and encoder propose, with the reason where something was dropped."""
        topics = Topics(draw_lines(doc))
        found = [proposal for index in range(len(topics.lines)) for proposal in self._of_sentence(index, topics)]
        if self.judge is None or doc._.reading is None or not topics.lines:
            return found
        return self.judge.judge(doc, doc._.reading, topics.lines[0].slots, found)

    def _of_sentence(self, index: int, topics: Topics) -> Iterator[Proposal]:
        proposals = settle(surest(islice(self._of_views(index, topics), MAX_PROPOSALS)))
        yield from proposals
        yield from through_posts(proposals)
        yield from place_holders(proposals, index, topics)
        if "said" in self.ontology.relations:
            yield from find_quotes(topics.lines[index])

    def _of_views(self, index: int, topics: Topics) -> Iterator[Proposal]:
        for view in rewrite(topics.lines[index]):
            for pattern in self._fitting(view):
                relation = self.ontology.relations[pattern.relation]
                for match in find_matches(pattern, view):
                    completed = complete(match, relation, index, topics)
                    if completed is not None:
                        yield from self._of_match(completed, relation)

    def _fitting(self, line: Line) -> Iterable[Pattern]:
        found = {id(p): p for word in ("", *line.words) for p in self._by_anchor.get(word, ())}
        return found.values()

    def _of_match(self, match: Match, relation: RelationType) -> Iterator[Proposal]:
        for ends in pair_ends(match, relation):
            proposal = assess(match, relation, ends)
            yield proposal
            for implied in begun(match, proposal):
                if implied.relation in self.ontology.relations:
                    yield check(date_modality(implied), self.ontology.relations[implied.relation])
