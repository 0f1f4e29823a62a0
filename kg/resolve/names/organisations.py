"""Whether two names can be those of one organisation: what is known, short forms, words one by one, translation."""

from __future__ import annotations

from itertools import product

from rapidfuzz.distance import DamerauLevenshtein

from kg.resolve.names.acronyms import shortens_han, stands_for
from kg.resolve.names.comparison import Comparison, best
from kg.resolve.names.known import KnownNames
from kg.resolve.names.organisation import HERE, OrganisationName, parse_organisation, without_here, word_lists
from kg.resolve.names.translation import translates

_TRANSLATED = 0.8
_SOFT_HAN = frozenset({"公司", "集团", "发展", "企业"})  # folded


def compare_organisations(a: str, b: str, *, known: KnownNames | None = None) -> Comparison:
    """Compare two names of organisations; `known` are names of which it is known whose they are."""
    found = _compare(parse_organisation(a), parse_organisation(b))
    return _with_known(a, b, known, found) if known else found


def _with_known(a: str, b: str, known: KnownNames, found: Comparison) -> Comparison:
    """What is known goes before what the letters say."""
    ones, others = known.organisations_named(a), known.organisations_named(b)
    if both := ones & others:
        step = known.succession(ones, others)
        note = f"; {step.kind} in {step.year}" if step and step.kind == "renamed" else ""
        return Comparison(max(0.97, found.score), f"both are names of {known.names(sorted(both)[0])[0]}{note}")
    if ones and others:
        if step := known.succession(ones, others):
            return Comparison(
                0.55, f"{known.names(step.former)[0]} was replaced by {known.names(step.latter)[0]} in {step.year}"
            )
        one, other = (known.names(sorted(group)[0])[0] for group in (ones, others))
        return Comparison(min(found.score, 0.3), f"names of two organisations: {one}, {other}")
    if ones or others:
        top = _half_known(known, ones or others, b if ones else a, found)
        return top if top.same else _spelled_out(a, b, known) or top
    return _spelled_out(a, b, known) or found


def _half_known(known: KnownNames, entities: frozenset[str], name: str, found: Comparison) -> Comparison:
    """One name is known: the other one is compared with all names of that organisation."""
    parsed = parse_organisation(name)
    names = [(entity, parse_organisation(n)) for entity in sorted(entities) for n in known.names(entity)]
    in_script = [(entity, n) for entity, n in names if bool(n.han) == bool(parsed.han)]
    tried = [
        _compare(other, parsed).because(f"a name of {known.names(entity)[0]}")
        for entity, other in in_script or names
        if not other.is_short_form
    ]
    top = best(tried) if tried else found
    if top.same:
        return top
    if found.same and found.reason.startswith("short form"):
        return Comparison(0.3, f"the short form is known for {known.names(sorted(entities)[0])[0]}")
    return found


def _spelled_out(a: str, b: str, known: KnownNames) -> Comparison | None:
    """Write out known short forms inside longer names: "HKU Business School"."""
    ones, others = _spellings(a, b, known), _spellings(b, a, known)
    if len(ones) + len(others) == 2:
        return None
    top = best([_compare(parse_organisation(x), parse_organisation(y)) for x, y in product(ones, others)])
    return top.because("short forms written out") if top.same else None


def _spellings(name: str, other: str, known: KnownNames) -> list[str]:
    found = [name]
    for word in name.split() if len(name.split()) > 1 else ():
        bare = word.strip("(),.'’s") if word.endswith(("'s", "’s")) else word.strip("(),.")
        entities = known.organisations_named(bare) if bare.isascii() and sum(c.isupper() for c in bare) > 1 else ()
        if len(entities) == 1 and bare not in other.split():
            found.append(name.replace(bare, known.names(next(iter(entities)))[0], 1))
    return found


def _compare(one: OrganisationName, other: OrganisationName) -> Comparison:
    tried: list[Comparison] = []
    if one.han and other.han:
        return _compare_han(one, other)
    if (one.words or one.short) and (other.words or other.short):
        tried.append(_compare_latin(one, other))
    if not tried:
        for english, chinese in ((one, other), (other, one)):
            if english.words and chinese.han:
                tried.append(_compare_scripts(english, chinese))
    return best(tried) if tried else Comparison(0.0, "nothing to compare")


def _compare_latin(one: OrganisationName, other: OrganisationName) -> Comparison:
    if one.is_short_form and other.is_short_form:
        if one.place != other.place:
            return Comparison(0.4, "the name with a place in brackets is another branch")
        same = one.short.casefold().rstrip(".") == other.short.casefold().rstrip(".")
        return Comparison(0.9, "same short form", decisive=False) if same else Comparison(0.1, "short forms differ")
    for short, name in ((one, other), (other, one)):
        if short.is_short_form:
            if short.place:
                return Comparison(0.4, f"the name with {' '.join(short.place)} is another branch")
            if name.short:
                fits = short.short.casefold() == name.short.casefold()
            else:
                fits = stands_for(short.short, name.text.split("(")[0])
            if name.place:
                fits = stands_for(short.short, name.text.replace("(", "").replace(")", ""))
            return (
                Comparison(0.85, f"short form made of the first letters: {short.short}")
                if fits
                else Comparison(0.1, f"{short.short} is no short form of the other name")
            )
    return _compare_words(one, other)


def _compare_words(one: OrganisationName, other: OrganisationName) -> Comparison:
    """Pair the words off; what is left over on either side decides."""
    left, right, typos = _pair_off(one.words, other.words)
    if sorted(one.place) != sorted(other.place):
        return _places_differ(one, other, left, right)
    if not left and not right:
        if typos:
            return Comparison(0.8, f"same words but for a slip: {typos[0][0]}, {typos[0][1]}")
        legal = set(one.legal) != set(other.legal)
        return Comparison(0.97 if legal else 1.0, "same words" + (", legal form apart" if legal else ""))
    if not (left and right) and (found := _light_words(one, other, left + right)):
        return found
    return _words_differ(one, other, left, right)


def _light_words(one: OrganisationName, other: OrganisationName, extra: list[str]) -> Comparison | None:
    """Only one side has words more, and they may be such as do not matter."""
    public = one.is_public or other.is_public
    if set(extra) == {HERE}:
        return _here_apart(one, other)
    if sorted(extra) == ["government", HERE] and one.is_public and other.is_public:
        return Comparison(0.88, "same words but for whose body it is")
    if set(extra) <= word_lists()["soft"] | {HERE} and (public or HERE not in extra):
        return Comparison(0.85, f"same words but for {' '.join(extra)}")
    if extra == ["group"] and not one.legal and not other.legal:
        return Comparison(0.74, "same words but for group", decisive=False)
    return None


def _words_differ(one: OrganisationName, other: OrganisationName, left: list[str], right: list[str]) -> Comparison:
    extra = left + right
    shared = len(one.words) + len(other.words) - len(extra)
    score = 0.6 * shared / (len(one.words) + len(other.words))
    kind = "parent, branch or sister" if set(extra) & word_lists()["arms"] and not (left and right) else "words differ"
    return Comparison(score, f"{kind}: {' '.join(left) or 'nothing'} against {' '.join(right) or 'nothing'}")


def _here_apart(one: OrganisationName, other: OrganisationName) -> Comparison:
    """Only "Hong Kong" is extra: a public body has it or not; behind the name of a company it is the local branch."""
    longer = one if HERE in one.words else other
    if one.is_public or other.is_public:
        return Comparison(0.92, "same words but for Hong Kong")
    if longer.words[0] == HERE and len(longer.words) > 2 and not (one.legal or other.legal):
        return Comparison(0.78, "same words but for Hong Kong at the front")
    return Comparison(0.5, "one is the part of it in Hong Kong")


def _places_differ(one: OrganisationName, other: OrganisationName, left: list[str], right: list[str]) -> Comparison:
    """A place in brackets makes another company; Hong Kong does not make another public body."""
    places = {*one.place, *other.place}
    if places == {HERE} and not left and not right and (one.is_public or other.is_public):
        return Comparison(0.85, "same words but for Hong Kong")
    if sorted((*one.words, *one.place)) == sorted((*other.words, *other.place)):
        return Comparison(0.9, "same words, the place in brackets or not")
    return Comparison(0.5, f"the name with {' '.join(sorted(places))} is another branch")


def _pair_off(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    left, right = list(one), list(other)
    for word in one:
        if word in right:
            left.remove(word)
            right.remove(word)
    typos = [(a, b) for a in left for b in right if _is_slip(a, b)]
    for a, b in typos:
        if a in left and b in right:
            left.remove(a)
            right.remove(b)
    return _joined(left, right, typos)


def _joined(
    left: list[str], right: list[str], typos: list[tuple[str, str]]
) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    """Words written together or apart are the same: InnoPark, Inno Park."""
    if left and right and "".join(left) == "".join(right):
        return [], [], typos
    return left, right, typos


def _is_slip(one: str, other: str) -> bool:
    """Tell a letter left out, doubled or swapped in a long word; a letter replaced makes another name."""
    if min(len(one), len(other)) < 7 or one == other:
        return False
    return DamerauLevenshtein.distance(one, other) == 1 and (len(one) != len(other) or sorted(one) == sorted(other))


def _compare_han(one: OrganisationName, other: OrganisationName) -> Comparison:
    a, b = one.han, other.han
    if one.han_place != other.han_place:
        if a + one.han_place == b + other.han_place or one.han_place + a == other.han_place + b:
            return Comparison(0.9, "same characters, the place in brackets or not")
        return Comparison(0.5, "the name with a place in brackets is another branch")
    if a == b:
        same_form = one.han_legal == other.han_legal
        return Comparison(1.0 if same_form else 0.97, "same characters" + ("" if same_form else ", legal form apart"))
    short, long = sorted((one, other), key=lambda name: len(name.han))
    if long.han.removeprefix(short.han) in _SOFT_HAN and len(short.han) > 2 and not short.han_legal:
        return Comparison(0.74, f"same characters but for {long.han.removeprefix(short.han)}", decisive=False)
    return _light_characters(short.han, long.han, company=one.han_legal or other.han_legal)


def _light_characters(short: str, long: str, *, company: bool) -> Comparison:
    """The characters differ; perhaps only in such as do not matter, or one is short for the other."""
    if _without_affairs(short) == _without_affairs(long):
        return Comparison(0.82, "same characters but for 事務 or 服務")
    if without_here(short) == without_here(long) and not company:
        return Comparison(0.88, "same characters but for Hong Kong")
    if shortens_han(short, long):
        return Comparison(0.78, "short form made of characters of the other name", decisive=False)
    return Comparison(0.3, "characters differ")


def _without_affairs(han: str) -> str:
    return han.replace("事务", "").replace("服务", "")


def _compare_scripts(english: OrganisationName, chinese: OrganisationName) -> Comparison:
    covered = translates(english, chinese)
    if covered >= _TRANSLATED:
        return Comparison(0.7 + 0.15 * covered, "one name translates the other")
    return Comparison(0.5 * covered, "no translation known")
