"""Chains of one article that mean the same thing although the text never says so outright."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.resolve.chains import Chain
from kg.resolve.described import is_described
from kg.resolve.known import compatible
from kg.resolve.names import abbreviates, initials_of, is_acronym, is_bare_surname, letters_of, surnames

Joined = dict[int, tuple[int, str]]
"""Chain number -> the number of the chain that it means, and why."""

_Clue = tuple[str, str]
_ACRONYM_LETTERS = range(4, 12)  # what a long acronym may leave out of a name: only its end


def join_chains(chains: Iterable[Chain], known: frozenset[int]) -> Joined:
    """Say which chains mean another one; `known` are those that the gazetteer names."""
    ordered = sorted(chains, key=lambda c: (c.number not in known, c.number))
    owners = _by_clue(ordered)
    joined: Joined = {}
    for chain in ordered:
        if chain.number in known or not chain.names:
            continue
        sharing = {n: other for clue in set(_looks_for(chain)) for n, other in owners[clue].items()}
        found = _find_other(chain, [o for o in sharing.values() if _may_own(o, chain, known)], known)
        if found:
            joined[chain.number] = found
            for clue in _answers_to(chain):
                owners[clue].pop(chain.number, None)
    return _follow(joined)


def _by_clue(chains: Iterable[Chain]) -> dict[_Clue, dict[int, Chain]]:
    """Index chains by what a chain that means them would share, so that not every pair has to be compared."""
    owners: dict[_Clue, dict[int, Chain]] = defaultdict(dict)
    for chain in chains:
        for clue in _answers_to(chain):
            owners[clue][chain.number] = chain
    return owners


def _answers_to(chain: Chain) -> Iterator[_Clue]:
    """Yield what a chain can be found by: its names, and the surnames or the first letters of its full ones."""
    for name in chain.names:
        if chain.type != "Person":
            for initials in initials_of(name):
                yield from (("letters", initials[:length]) for length in (*_ACRONYM_LETTERS, len(initials)))
        elif not is_bare_surname(name):
            yield from (("surname", surname) for surname in surnames(name))
    yield from (("name", key) for key in chain.keys)


def _looks_for(chain: Chain) -> Iterator[_Clue]:
    """Yield what a chain shares with one that it may mean."""
    short = _is_short(chain)
    if short and chain.type == "Person":
        yield from (("surname", name.casefold()) for name in chain.names)
        return
    yield from (("name", key) for key in chain.keys)
    if short:
        yield from (("letters", letters_of(name)) for name in chain.names)


def _may_own(other: Chain, chain: Chain, known: frozenset[int]) -> bool:
    """A chain may mean an earlier or a known one; a surname or acronym also one that comes later."""
    if other.number == chain.number or not other.names or is_described(other):
        return False
    return other.number in known or other.number < chain.number or (_is_short(chain) and not _is_short(other))


def _is_short(chain: Chain) -> bool:
    return all(is_bare_surname(n) if chain.type == "Person" else is_acronym(n) for n in chain.names)


def _find_other(chain: Chain, others: list[Chain], known: frozenset[int]) -> tuple[int, str] | None:
    """Try the surest reason first; where a reason fits several, none is taken."""
    named = [o for o in others if _same_name(chain, o) and (o.type == chain.type or o.number in known)]
    reasons = (
        (named, "same name in the article"),
        ([o for o in others if _is_surname(chain, o)], "surname of {}"),
        ([o for o in others if _is_acronym(chain, o)], "acronym of {}"),
    )
    for fitting, reason in reasons:
        best = [other for other in fitting if other.type == chain.type] or fitting
        if best:
            return (best[0].number, reason.format(best[0].names[0])) if len(best) == 1 else None
    return None


def _same_name(chain: Chain, other: Chain) -> bool:
    """A surname alone is no name that two people could share."""
    if chain.type == "Person" and _is_short(chain):
        return False
    return bool(chain.keys & other.keys) and compatible(chain.type, other.type)


def _is_surname(chain: Chain, other: Chain) -> bool:
    if chain.type != "Person" or other.type != "Person" or not _is_short(chain) or _is_short(other):
        return False
    wanted = {name.casefold() for name in chain.names}
    return any(wanted <= surnames(name) for name in other.names if not is_bare_surname(name))


def _is_acronym(chain: Chain, other: Chain) -> bool:
    if chain.type == "Person" or not _is_short(chain) or not compatible(chain.type, other.type):
        return False
    return all(any(abbreviates(short, name) for name in other.names) for short in chain.names)


def _follow(joined: Joined) -> Joined:
    """Make every chain point to the one at the end."""
    followed: Joined = {}
    for number, (target, reason) in joined.items():
        last = target
        while last in joined:
            last = joined[last][0]
        followed[number] = (last, reason)
    return followed
