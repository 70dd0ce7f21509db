"""Evidence for the kind of a candidate, as an ordered list of small rules."""

from collections.abc import Callable

from rashomon.annotate.names import dictionary, places
from rashomon.annotate.names.runs import Run
from rashomon.text import squeeze

Rule = Callable[[Run], None]
_TO_DAY = 3  # words in which a dateline comes to its day: ", Oct. 14"


def listed(run: Run) -> None:
    """Head words and legal forms: "Ministry", "Bank", "Ltd"."""
    scene = run.scene
    if scene.within("org_heads", run.first, run.last):
        run.vote("org", 4, "head word of an organisation")
    if run.last - run.first > 1 and scene.within("org_tails", run.first, run.last):
        run.vote("org", 4, "legal form")
    if scene.within("orgs", run.first, run.last) and "in the pack's list" not in str(run.why):
        run.vote("org", 3, "holds a known organisation")
    if run.last - run.first > 1 and scene.word_in("place_heads", run.first, run.last):
        alone = not scene.within("org_heads", run.first, run.last)
        run.vote("place", 4.5 if alone else 2.5, "head word of a place")
    elif _begins_as_place(run):
        run.vote("place", 3, "begins as names of places do")


def _begins_as_place(run: Run) -> bool:
    """ "⟦Port⟧ Ellis", "⟦Форт⟧-Росс", but not "Cape" alone."""
    first = run.scene.units[run.first]
    several = first.last - first.first > 1
    word = first.parts[0] if several else first.fold
    return (several or run.last - run.first > 1) and run.scene.lex.has("place_first", word)


def place_known(run: Run) -> None:
    found = places.known(run.scene.code, run.scene.language, squeeze(run.text))
    if found is None and run.last - run.first == 1 and run.scene.units[run.first].shape == "upper":
        found = places.known(run.scene.code, run.scene.language, squeeze(run.text).title())
    if found is None:
        return
    run.place_id, run.lemma = found.id, found.name
    several = run.last - run.first > 1  # "San Diego" whole is rarely anything else
    run.vote("place", found.weight + (2 if several else 0), found.why)


def dictionary_word(run: Run) -> None:
    """What the dictionary says of a single word."""
    if run.last - run.first > 1:
        headed = run.scene.word_in("place_heads", run.first, run.last)
        if not headed and dictionary.plain(run.scene, run.first) and dictionary.plain(run.scene, run.last - 1):
            run.vote("org", 1.2, "dictionary: common words")
        return
    known = dictionary.tags(run.scene.code, run.text)
    if run.scene.units[run.first].shape == "upper":
        known -= {"surname", "given"}
    if "place" in known:
        run.vote("place", 2.5 if "surname" not in known else 1, "dictionary: place")
    if "org" in known:
        run.vote("org", 3, "dictionary: organisation")
    if "surname" in known and "place" not in known:
        sound = "common" not in known and run.votes.get("place", 0) < 2
        run.vote("person", 2 if sound else 0.8, "dictionary: surname")


def person_words(run: Run) -> None:
    """Given names, initials and surname endings."""
    scene, size = run.scene, run.last - run.first
    first = dictionary.given(scene, run.first)
    units = scene.units
    if first and size > 1:
        run.vote("person", 3.5, "begins with a given name")
    elif first:
        run.vote("person", 1.5, "a given name")
    elif size > 1 and any(dictionary.given(scene, k) for k in range(run.first + 1, run.last)):
        run.vote("person", 1.5, "holds a given name")
    if size > 1 and any(u.shape == "initial" for u in units[run.first : run.last - 1]):
        run.vote("person", 3, "initials")
    last = units[run.last - 1]
    placed = size == 1 and run.votes.get("place", 0) >= 2
    if last.shape == "title" and not placed and dictionary.is_surname(scene.code, scene.text[last.start : last.end]):
        run.vote("person", 1.5, "ending of a surname")


def title_beside(run: Run) -> None:
    """ "President X", "X, the minister of ..."."""
    scene = run.scene
    single = run.last - run.first == 1
    if single and (run.votes.get("place", 0) >= 5 or scene.units[run.first].shape == "upper"):
        return
    if scene.ending_at("titles", run.first) is not None and scene.units[run.first].gap:
        run.vote("person", 3, "title before it")
    elif _title_far(run):
        run.vote("person", 2, "title and body before it")
    elif scene.fold(run.last) == "," and (
        run.last + 1 in scene.marks["titles"]
        or (scene.lex.has("articles", scene.fold(run.last + 1)) and run.last + 2 in scene.marks["titles"])
    ):
        run.vote("person", 1.5, "title after it")


def _title_far(run: Run) -> bool:
    """A title, then connectors, bodies and portfolios, all without a sign: "premier of Y X"."""
    return role_start(run) is not None


PASSING = frozenset(("connectors", "conjunctions", "portfolios", "articles"))


def role_start(run: Run) -> int | None:
    """First unit of the title that leads up to the run, None without one."""
    scene, k, seen = run.scene, run.first, 0
    while k > 0 and scene.units[k].gap and seen < 12:
        start = scene.ending_at("titles", k)
        if start is not None:
            return start
        k -= 1
        seen += 1
        if scene.units[k].shape in ("sign", "number"):
            return None
        fold = scene.fold(k)
        passes = scene.units[k].capital or not scene.lex.words[fold].isdisjoint(PASSING)
        if not passes and k not in scene.covers["org_heads"] and k not in scene.covers["org_lower"]:
            return None
    return None


def beside(run: Run) -> None:
    """Words right before and after: prepositions of place, reporting verbs, "the company X"."""
    scene = run.scene
    k = run.first - 1
    while k >= 0 and (scene.lex.has("articles", scene.fold(k)) or scene.text[scene.units[k].start] in "«„“\"'’"):
        k -= 1
    if k >= 0 and scene.lex.has("place_cues", scene.fold(k)) and k == run.first - 1:
        run.vote("place", 1.2, f"after «{scene.fold(k)}»")
    if k >= 0 and scene.lex.has("org_before", scene.fold(k)):
        titled = role_start(run) is not None and run.last - run.first > 1
        run.vote("org", 1 if titled else 2.5, f"after «{scene.fold(k)}»")
    if scene.ending_at("place_before", run.first) is not None:
        run.vote("place", 3, "after a common noun for a place")
    if scene.lex.has("place_after", scene.fold(run.last)) and scene.units[run.last].gap:
        run.vote("place", 3.5, f"before «{scene.fold(run.last)}»")
    if scene.lex.has("org_after", scene.fold(run.last)):
        run.vote("org", 1.5, f"before «{scene.fold(run.last)}»")
    after = run.last + (1 if scene.fold(run.last) == "," else 0)
    if after in scene.marks["speech"] or scene.ending_at("speech", run.first) is not None:
        run.vote("person", 0.8, "beside a reporting verb")


def followed(run: Run) -> None:
    """ "X, France": a place beside the country it lies in."""
    scene = run.scene
    if scene.fold(run.last) != "," or run.last + 1 >= len(scene.units) or not scene.units[run.last + 1].capital:
        return
    words = [u.fold for u in scene.units[run.last + 1 : run.last + 5]]
    found = places.prefix(scene.code, scene.language, words)
    if found and run.place_id is not None and not (run.place_id.isalpha()):
        run.vote("place", 2, "beside a country")


def shape(run: Run) -> None:
    """Casing and length, the weakest evidence."""
    units = run.scene.units[run.first : run.last]
    if len(units) == 1 and "." in units[0].fold[:-1] and units[0].shape != "upper":
        run.vote("org", 2, "an address in the web")
    elif len(units) == 1 and units[0].shape == "upper" and not units[0].weak:
        run.vote("org", 2, "an acronym")
    elif len(units) == 1 and units[0].shape == "mixed":
        run.vote("org", 1.5, "capitals inside the word")
    elif 2 <= len(units) <= 3 and all(u.shape in ("title", "initial") for u in units):
        bare = run.scene.lex.has("articles", run.scene.fold(run.first - 1))
        run.vote("org" if bare else "person", 0.8, "two or three capitalised words")
    elif any(u.shape == "upper" and len(u.fold) > 1 for u in units):
        run.vote("org", 1, "a word in capitals")
    elif len(units) > 3:
        run.vote("org", 0.8, "a long row")
    elif len(units) == 1 and units[0].shape == "title" and _uncommon(run):
        run.vote("person", 0.4, "a capitalised word")


def _uncommon(run: Run) -> bool:
    """A word inside a sentence that no dictionary knows as a common one."""
    unit = run.scene.units[run.first]
    return not unit.weak and len(unit.fold) > 2 and "common" not in dictionary.tags(run.scene.code, unit.fold)


def dateline(run: Run) -> None:
    """ "⟦CALDER⟧, 14 October -": a line that begins with capitals and a day says where it was written."""
    scene = run.scene
    begins = run.start == 0 or scene.text[run.start - 1] == "\n"
    if not begins or scene.fold(run.last) != "," or any(u.shape != "upper" for u in scene.units[run.first : run.last]):
        return
    ahead = (scene.fold(i) for i in range(run.last + 1, run.last + 1 + _TO_DAY))
    if any(fold.isdecimal() and len(fold) < len("100") for fold in ahead):
        run.vote("place", 4, "heads a dateline")


RULES: tuple[Rule, ...] = (
    dateline,
    listed,
    place_known,
    dictionary_word,
    person_words,
    title_beside,
    beside,
    followed,
    shape,
)


def judge(run: Run) -> None:
    """Let every rule vote."""
    for rule in RULES:
        rule(run)


def other(run: Run) -> bool:
    """Is it announced as a thing that is none of the three: "the ship X", "law X"?"""
    scene, k = run.scene, run.first
    while k > 0 and scene.units[k - 1].shape == "sign" and scene.text[scene.units[k - 1].start] in "«„“\"'’":
        k -= 1
    return scene.ending_at("other_before", k) is not None
