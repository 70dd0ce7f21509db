"""What linking costs as the pile grows: made-up piles with a known truth, up to 100,000 distinct names.

    python tools/bench_link.py [COUNT ...]            default: 1000 10000 100000
    python tools/bench_link.py --workers [COUNT ...]  one process against two; default: 100000

A pile holds COUNT distinct forms (spellings in one language) of persons, towns without an entry in the gazetteer, and
companies: in Russian, English, Polish and Italian, bent as these languages bend names, surnames and given names drawn
by a steep curve, so that some surnames have hundreds of bearers and some full names several. Every report tells of
twenty things, persons first by their full name and then by surname. The same COUNT makes the same pile.

Prints, per size, in a process of its own: CPU seconds, the exponent against the size before, the highest memory, and
precision and recall over pairs of the uses of full names. Namesakes with one and the same full name count as one.

With ``--workers``: what part of linking is mapped over workers and what is left to one process, how many bytes a name
sends between them, and how long two processes take against one. All but the last are counted in one process, in
processor time, so that a busy machine does not change them.
"""

import hashlib
import json
import random
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from rashomon import codec, engine
from rashomon.engine.serial import Serial
from rashomon.lang import load
from rashomon.lang.schema.link import LinkData
from rashomon.link import link
from rashomon.model import Document, Name, Options, Reading

LANGUAGES = ("ru", "en", "pl", "it")
REPORT = 20  # things that a report names
CONSONANTS = (
    "б b b b,в v w v,г g g g,д d d d,ж zh ż zh,з z z z,к k k k,л l ł l,м m m m,н n n n,п p p p,р r r r,с s s s,"
    "т t t t,ф f f f,х kh ch kh,ч ch cz ch,ш sh sz sh,ц ts c ts,гр gr gr gr,кр kr kr kr,ст st st st,тр tr tr tr,"
    "св sv sw sv,бл bl bł bl,щ shch szcz shch,"
    "б b b b,в v w v,г g g g,д d d d,к k k k,л l ł l,м m m m,н n n n,п p p p,р r r r,с s s s,т t t t,к k k k,л l ł l,"
    "м m m m,н n n n,п p p p,р r r r,т t t t,н n n n,р r r r,кс ks ks ks,рт rt rt rt,нд nd nd nd,нк nk nk nk,лк lk łk lk"
)
VOWELS = "а a a a,о o o o,у u u u,е e e e,и i i i"
ENDINGS = {  # in four spellings; then the class of its cases
    "ов ov ow ov": "ov",
    "ин in in in": "ov",
    "ев ev ew ev": "ov",
    "ский sky ski skij": "adj",
    "енко enko enko enko": "none",
    "ян yan jan yan": "noun",
    "ман man man man": "noun",
    "сон son son son": "noun",
    "швили shvili szwili shvili": "none",
    "ини ini ini ini": "none",
    "ич ich icz ich": "noun",
    "ес es es es": "noun",
}
CASES = {  # what follows the nominative: genitive, dative, instrumental
    ("ru", "ov"): (">а", ">у", ">ым"),
    ("ru", "noun"): (">а", ">у", ">ом"),
    ("ru", "adj"): ("ий>ого", "ий>ому", "ий>им"),
    ("pl", "ov"): (">a", ">owi", ">em"),
    ("pl", "noun"): (">a", ">owi", ">em"),
    ("pl", "adj"): (">ego", ">emu", ">m"),
    ("en", "ov"): (">'s",),
    ("en", "noun"): (">'s",),
}
TOWNS = ("град grad grad grad", "поль pol pol pol", "бург burg burg burg", "ада ada ada ada", "овка ovka owka ovka")
COMPANIES = (
    "пром prom prom prom",
    "строй stroy stroj stroy",
    "нефть neft nieft neft",
    "телеком telecom telekom telecom",
)
Spelled = tuple[str, ...]  # one spelling a language of LANGUAGES


def main() -> None:
    """Measure every size in a fresh process, or one size in this one (``--one``)."""
    if sys.argv[1:2] == ["--one"]:
        print(measured(int(sys.argv[2])))
    elif sys.argv[1:2] == ["--way"]:
        print(json.dumps(way(sys.argv[2], int(sys.argv[3]))))
    elif sys.argv[1:2] == ["--workers"]:
        shared([int(size) for size in sys.argv[2:]] or [100_000])
    else:
        grown([int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000])


def grown(sizes: list[int]) -> None:
    """Print a row for each size."""
    print(
        "| distinct names | reports | CPU seconds | exponent | peak memory, MB | entities | precision | recall | cuts |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    before: tuple[int, float] | None = None
    for size in sizes:
        run = subprocess.run([sys.executable, __file__, "--one", str(size)], capture_output=True, text=True, check=True)
        names, reports, seconds, *rest = run.stdout.split()
        growth = exponent(before, (int(names), float(seconds)))
        print("| " + " | ".join((names, reports, seconds, growth, *rest)) + " |", flush=True)
        before = int(names), float(seconds)


def shared(sizes: list[int]) -> None:
    """Print for each size what linking with workers costs against linking in one process."""
    print("| distinct names | mapped | left to one process | both, of one process | MB of that process | ", end="")
    print("bytes a name: kept | between workers | through that process | two processes, of the time of one |")
    print("| --- |" + " --- |" * 8)
    for size in sizes:
        row = costs(size)
        print("| " + " | ".join(f"{row[c]:.2f}" if isinstance(row[c], float) else str(row[c]) for c in COSTS) + " |")


COSTS = ("names", "mapped", "left", "both", "memory", "kept", "moved", "through", "two")


class Counted(Serial):
    """One process that counts what workers would do: seconds of work, and bytes to keep, to exchange and to send."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.kept = self.moved = self.through = 0

    def map(self, fn: Any, items: Sequence[Any]) -> Iterator[Any]:
        results = super().map(fn, items)
        for _ in items:
            began = time.process_time()
            result = next(results)
            self.seconds += time.process_time() - began
            yield result

    def keep(self, fn: Any, items: Sequence[bytes]) -> list[Any]:
        found = super().keep(fn, items)
        self.kept += sum(map(len, found))
        self.through += sum(map(len, (*items, *found)))  # there, and back once
        return found

    def shuffle(self, kept: Any, notes: Any, split: Any, gather: Any, tasks: Any) -> Iterator[Any]:
        def counted(*given: Any) -> list[bytes]:
            parts: list[bytes] = split(*given)
            self.moved += sum(map(len, parts))
            return parts

        found = list(super().shuffle(kept, notes, counted, gather, tasks))
        self.through += sum(map(len, (*notes, *tasks, *found)))
        return iter(found)


def costs(count: int) -> dict[str, float | int]:
    """Shares of processor time, bytes a name, and the ratio of two processes to one, for a pile of ``count`` names.

    Each way in a process of its own, so that none finds what another has remembered.
    """
    alone, two, counted = (_run("--way", way, str(count)) for way in ("alone", "two", "counted"))
    if len({row["bytes"] for row in (alone, two, counted)}) > 1:
        raise SystemExit("not the same bytes")
    mapped = counted["mapped"] / counted["seconds"]
    shares = {"mapped": mapped, "left": 1 - mapped, "both": counted["seconds"] / alone["seconds"]}
    a_name = {what: round(counted[what] / alone["names"]) for what in ("kept", "moved", "through")}
    rest = {"names": alone["names"], "seconds": alone["seconds"], "memory": two["memory"]}
    return {**rest, **shares, **a_name, "two": two["wall"] / alone["wall"]}


def way(how: str, count: int) -> dict[str, Any]:
    """What linking a pile costs: alone, with two processes, or with workers that are counted."""
    readings, _ = pile(count)
    names = len({(n.kind, n.language, n.text) for r in readings for n in r.names})
    counted = Counted()
    spread = {"alone": None, "two": engine.choose("processes", 2, names), "counted": counted}[how]
    wall, seconds = time.perf_counter(), time.process_time()
    linked = link(readings, Options(), lambda _: spread)
    spent = {"wall": time.perf_counter() - wall, "seconds": time.process_time() - seconds, "mapped": counted.seconds}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sent = {"kept": counted.kept, "moved": counted.moved, "through": counted.through}
    digest = hashlib.sha256(codec.pack(linked)).hexdigest()
    return {"names": names, "bytes": digest, "memory": peak, **spent, **sent}


def _run(*arguments: str) -> dict[str, Any]:
    """What this program says in a process of its own."""
    run = subprocess.run([sys.executable, __file__, *arguments], stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def exponent(before: tuple[int, float] | None, now: tuple[int, float]) -> str:
    """The power of the number of names that the time grew by."""
    from math import log

    return f"{log(now[1] / before[1]) / log(now[0] / before[0]):.2f}" if before else ""


def measured(count: int) -> str:
    """The row of one size: names reports seconds MB entities precision recall cuts."""
    readings, truth = pile(count)
    names = len({(n.kind, n.language, n.text) for r in readings for n in r.names})
    began = time.process_time()
    linked = link(readings, Options())
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    precision, recall = agreement([n.entity for r in linked.readings for n in r.names], truth)
    cuts = sum(issue.code == "names-not-compared" for issue in linked.issues)
    rest = f"{spent:.1f} {peak:.0f} {len(linked.entities)} {precision:.3f} {recall:.3f} {cuts}"
    return f"{names} {len(readings)} {rest}"


def agreement(given: list[str | None], truth: list[str | None]) -> tuple[float, float]:
    """Precision and recall over pairs of uses; uses whose truth is None (bare surnames) do not count."""
    rows = [(t, g) for t, g in zip(truth, given, strict=True) if t is not None]

    def pairs(counts: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    both = pairs(Counter(rows))
    return both / max(1, pairs(Counter(g for _, g in rows))), both / max(1, pairs(Counter(t for t, _ in rows)))


def pile(count: int) -> tuple[list[Reading], list[str | None]]:
    """Reports with ``count`` distinct forms, and what each use of a name stands for."""
    chance = random.Random(count)
    maker = Maker(chance, count)
    readings: list[Reading] = []
    truth: list[str | None] = []
    seen: set[tuple[str, str, str]] = set()
    while len(seen) < count:
        language = LANGUAGES[len(readings) % 4]
        rows = list(maker.report(language))
        seen.update((kind, language, text) for kind, text, _ in rows)
        readings.append(reading(f"{len(readings):06}", language, rows))
        truth += [what for _, _, what in rows]
    return readings, truth


def reading(doc: str, language: str, rows: list[tuple[str, str, str | None]]) -> Reading:
    """A report whose text is its names, one a line; a bare surname points back at the name before it."""
    text, names = "", list[Name]()
    for kind, form, what in rows:
        back = (names[-1].start, names[-1].end) if what is None else None
        end = len(text) + len(form)
        names.append(Name(doc=doc, start=len(text), end=end, text=form, kind=kind, language=language, coref=back))
        text += form + "\n"
    return Reading(document=Document(doc=doc, text=text, language=language), names=tuple(names))


class Maker:
    """Things of the pile, and what a report says of some of them."""

    def __init__(self, chance: random.Random, count: int) -> None:
        self.chance = chance
        self.consonants = [tuple(row.split()) for row in CONSONANTS.split(",")]
        self.vowels = [tuple(row.split()) for row in VOWELS.split(",")]
        self.given = given_names()
        surnames = [self.word(chance.choice(sorted(ENDINGS))) for _ in range(count // 12 + 20)]
        towns = [self.word(chance.choice(TOWNS)) for _ in range(count // 60 + 5)]
        firms = [self.word(chance.choice(COMPANIES)) for _ in range(count // 60 + 5)]
        people = [(steep(chance, self.given), steep(chance, surnames)) for _ in range(count // 5 + 20)]
        self.things: list[tuple[str, tuple[tuple[Spelled, str], ...]]] = [
            *(("person", pair) for pair in people),
            *(("place", (town,)) for town in towns),
            *(("org", (firm,)) for firm in firms),
        ]
        chance.shuffle(self.things)

    def word(self, ending: str) -> tuple[Spelled, str]:
        """Two or three syllables and an ending, in the four spellings; with the class of its cases."""
        parts = [row for _ in range(self.chance.choice((1, 2, 2, 3))) for row in self.syllable()]
        rows = [*parts, self.chance.choice(self.consonants), tuple(ending.split())]
        spelled = tuple("".join(row[i] for row in rows).capitalize() for i in range(4))
        return spelled, ENDINGS.get(ending, "noun")

    def syllable(self) -> tuple[Spelled, Spelled]:
        return self.chance.choice(self.consonants), self.chance.choice(self.vowels)

    def report(self, language: str) -> Iterator[tuple[str, str, str | None]]:
        """Kind, form and truth of each use; persons a second time by surname."""
        at = LANGUAGES.index(language)
        for _ in range(REPORT):
            kind, words = self.things[self.chance.randrange(len(self.things))]
            case = self.chance.choice((None, None, 0, 1, 2))
            forms = [bent(spelled[at], language, how, case) for spelled, how in words]
            yield kind, " ".join(forms), f"{kind} " + " ".join(spelled[0] for spelled, _ in words)
            if kind == "person":
                yield kind, bent(words[1][0][at], language, words[1][1], self.chance.choice((None, 0, 2))), None


def steep(chance: random.Random, rows: list[tuple[Spelled, str]]) -> tuple[Spelled, str]:
    """One of the rows, the first ones far more often."""
    return rows[int(len(rows) * chance.random() ** 3)]


def given_names() -> list[tuple[Spelled, str]]:
    """Men's given names that all four packs have, in the first spelling of each."""
    tables = [load(code).read(LinkData).given for code in LANGUAGES]
    rows: dict[str, Spelled] = defaultdict(tuple)
    for key in sorted(set.intersection(*(set(table) for table in tables))):
        rows[key] = tuple(table[key].split()[0].capitalize() for table in tables)
    return [(row, "noun") for row in rows.values() if row[0][-1] not in "аяьейо"]


def bent(text: str, language: str, how: str, case: int | None) -> str:
    """A form in a case (None: nominative) where the language has it."""
    rows = CASES.get((language, how), ())
    if case is None or case >= len(rows):
        return text
    old, _, new = rows[case].partition(">")
    return text.removesuffix(old) + new


if __name__ == "__main__":
    main()
