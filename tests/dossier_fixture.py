"""A hand-made dossier about an invented event: four reports (en, ru, pl, it), one with Arabic in it.

Everything a page can show stands in it once: conflict, update, compatible, agree, single; open and
vague bounds; a repeat; a denial; a slip in a date; an undated event; overlapping spans; an issue.
"""

import hashlib
from decimal import Decimal
from typing import Any

from rashomon.model import (
    Citation,
    Comparison,
    Dispute,
    Document,
    Dossier,
    Entity,
    Event,
    Figure,
    Gap,
    Issue,
    Moment,
    Name,
    Origin,
    Question,
    Quote,
    Reading,
    Relation,
    Source,
    Time,
    Wording,
)

EN = """Clashes at Port Meridon

Port Meridon, 5 March 2031. At least 12 policemen were killed when crowds of protesters stormed the harbour on 4 March, the Coastal News Agency reported.

Hospitals counted 748 injured. More than 3,000 people have been detained, the interior ministry said. Dozens of buildings were damaged.

"We will not yield to bandits 🔥," President Henrik Valtas said. A banner read «الحرية للميناء» in Arabic. The opposition denied that its supporters had carried weapons.
"""
RU = """Валтас: мятеж подавлен

Президент Хенрик Валтас 10 марта заявил, что погибли 16 полицейских. По его словам, ранены более 1 300 человек, «террористы готовились годами».

Порт Меридон покинули около двух тысяч жителей. Комендантский час продлится 14 дней.
"""
PL = """Port Meridon po zamieszkach

Jak podaje Coastal News Agency, zginęło 18 funkcjonariuszy. Zatrzymano około 4000 osób. Zwolennicy opozycji wyszli na ulice 04.03.2021 r., a wojsko zajęło port.

Prezydent Henryk Valtas zapowiedział: „Odbudujemy port”.
"""
IT = """Valdoria, il presidente: sedici agenti morti

Secondo il presidente Valtas sono morti sedici agenti. Fino a 5.000 manifestanti sono stati fermati; i militanti hanno incendiato 30 edifici. Circa duemila abitanti hanno lasciato la città.

L'esercito è entrato nel porto.
"""

TEXTS = {"herald_en.txt": EN, "vestnik_ru.txt": RU, "kurier_pl.txt": PL, "gazzetta_it.html": IT}
VALTAS, AGENCY, MINISTRY, PORT, COUNTRY = (
    "person-henrik-valtas",
    "org-coastal-news-agency",
    "org-interior-ministry",
    "place-port-meridon",
    "place-valdoria",
)


def digest(doc: str) -> str:
    return hashlib.sha256(doc.encode()).hexdigest()[:6]


def at(doc: str, piece: str, nth: int = 1) -> dict[str, Any]:
    """doc, start, end and text of the nth occurrence of a piece."""
    start = -1
    for _ in range(nth):
        start = TEXTS[doc].index(piece, start + 1)
    return {"doc": doc, "start": start, "end": start + len(piece), "text": piece}


def figure(doc: str, piece: str, low: int | None, high: int | None, **more: Any) -> Figure:
    where, text = at(doc, piece), TEXTS[doc]
    label = more.pop("label", None)
    if label:
        begin = text.index(label)
        more |= {"label": label, "label_start": begin, "label_end": begin + len(label)}
    first = max(text.rfind(". ", 0, where["start"]), text.rfind("\n", 0, where["start"])) + 1
    last = text.find(". ", where["end"])
    return Figure(
        id=f"figure-{digest(doc)}-{where['start']}",
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
        sentence_start=first,
        sentence_end=len(text) if last < 0 else last + 1,
        rule="test.figure",
        why=(f"measure {more.get('measure', 'other')}: the words beside it",),
        where=PORT,
        **where,
        **more,
    )


def quote(doc: str, piece: str, source: str | None, words: str | None, cue: str, **more: Any) -> Quote:
    said = at(doc, piece)
    by = at(doc, words) if words else {"start": None, "end": None, "text": None}
    mark = at(doc, cue)
    return Quote(
        id=f"quote-{digest(doc)}-{said['start']}",
        source=source,
        source_text=by["text"],
        source_start=by["start"],
        source_end=by["end"],
        cue=cue,
        cue_start=mark["start"],
        cue_end=mark["end"],
        rule="test.quote",
        **said,
        **more,
    )


def event(doc: str, piece: str, type_: str, date: str | None, **more: Any) -> Event:
    where = at(doc, piece)
    return Event(id=f"event-{digest(doc)}-{where['start']}", type=type_, date=date, where=PORT, **where, **more)


def name(doc: str, piece: str, kind: str, entity: str, nth: int = 1) -> Name:
    return Name(kind=kind, entity=entity, rule="test.name", **at(doc, piece, nth))


def _english() -> Reading:
    doc = "herald_en.txt"
    return Reading(
        document=Document(
            doc=doc,
            text=EN,
            sha256="a" * 64,
            language="en",
            published="2031-03-05",
            published_from="text",
            title="Clashes at Port Meridon",
            publisher="Dock Herald",
            url="https://herald.example/clashes",
            side="independent",
        ),
        times=(
            Time(value="2031-03-05", rule="en.time.date", **at(doc, "5 March 2031")),
            Time(value="2031-03-04", partial="XXXX-03-04", anchor="published", **at(doc, "4 March", 1)),
        ),
        names=(
            name(doc, "Port Meridon", "place", PORT),
            name(doc, "Port Meridon", "place", PORT, 2),
            name(doc, "Coastal News Agency", "org", AGENCY),
            name(doc, "interior ministry", "org", MINISTRY),
            name(doc, "Henrik Valtas", "person", VALTAS),
        ),
        quotes=(
            quote(
                doc, "At least 12 policemen were killed when crowds of protesters stormed the harbour on 4 March",
                AGENCY, "the Coastal News Agency", "reported",
            ),
            quote(doc, "More than 3,000 people have been detained", MINISTRY, "the interior ministry", "said"),
            quote(doc, '"We will not yield to bandits 🔥,"', VALTAS, "President Henrik Valtas", "said", kind="direct"),
            quote(
                doc, "that its supporters had carried weapons", "the opposition", "The opposition", "denied",
                stance="denies",
            ),
        ),
        figures=(
            figure(doc, "At least 12", 12, None, unit="people", measure="killed", who="security_forces",
                   label="policemen", when="2031-03-05", when_from="published", source=AGENCY,
                   source_text="the Coastal News Agency"),
            figure(doc, "748", 748, 748, unit="people", measure="injured", who="all", source="Hospitals",
                   source_text="Hospitals", when="2031-03-05"),
            figure(doc, "More than 3,000", 3000, None, unit="people", measure="detained", who="all",
                   label="people", source=MINISTRY, when="2031-03-05"),
            figure(doc, "Dozens", 20, 99, approx=True, unit="buildings", measure="damaged", label="buildings"),
        ),
        events=(
            event(doc, "stormed", "ASSAULT", "2031-03-04", actors=("protesters",)),
            event(doc, "detained", "COERCE", "2031-03-05", actors=(MINISTRY,)),
        ),
        citations=(Citation(kind="outlet", entity=AGENCY, **at(doc, "Coastal News Agency")),),
    )  # fmt: skip


def _russian() -> Reading:
    doc = "vestnik_ru.txt"
    return Reading(
        document=Document(doc=doc, text=RU, language="ru", published="2031-03-10", title="Валтас: мятеж подавлен",
                          publisher="Вестник", side="government", url="javascript:alert(1)"),
        times=(Time(value="2031-03-10", **at(doc, "10 марта")),),
        names=(
            name(doc, "Валтас", "person", VALTAS),
            name(doc, "Хенрик Валтас", "person", VALTAS),
            name(doc, "Порт Меридон", "place", PORT),
        ),
        quotes=(
            quote(doc, "погибли 16 полицейских", VALTAS, "Президент Хенрик Валтас", "заявил"),
            quote(doc, "ранены более 1 300 человек, «террористы готовились годами»", VALTAS, "его", "По его словам",
                  kind="according_to"),
        ),
        figures=(
            figure(doc, "16", 16, 16, unit="people", measure="killed", who="security_forces", label="полицейских",
                   source=VALTAS, when="2031-03-10", when_from="quote"),
            figure(doc, "более 1 300", 1300, None, unit="people", measure="injured", who="all", label="человек",
                   source=VALTAS, when="2031-03-10"),
            figure(doc, "около двух тысяч", 2000, 2000, approx=True, unit="people", measure="displaced",
                   who="civilians", label="жителей"),
            figure(doc, "14", 14, 14, unit="days", measure="duration", label="дней"),
        ),
        events=(event(doc, "покинули", "OTHER", None),),
    )  # fmt: skip


def _polish() -> Reading:
    doc = "kurier_pl.txt"
    return Reading(
        document=Document(doc=doc, text=PL, language="pl", title="Port Meridon po zamieszkach", publisher="Kurier"),
        times=(Time(value="2021-03-04", meant="2031-03-04", **at(doc, "04.03.2021")),),
        names=(
            name(doc, "Port Meridon", "place", PORT),
            name(doc, "Coastal News Agency", "org", AGENCY),
            name(doc, "Henryk Valtas", "person", VALTAS),
        ),
        quotes=(
            quote(doc, "zginęło 18 funkcjonariuszy", AGENCY, "Coastal News Agency", "Jak podaje", kind="according_to"),
            quote(doc, "„Odbudujemy port”", VALTAS, "Prezydent Henryk Valtas", "zapowiedział", kind="direct",
                  stance="predicts"),
        ),
        figures=(
            figure(doc, "18", 18, 18, unit="people", measure="killed", who="security_forces",
                   label="funkcjonariuszy", source=AGENCY, source_text="Coastal News Agency"),
            figure(doc, "około 4000", 4000, 4000, approx=True, unit="people", measure="detained", who="all",
                   label="osób"),
        ),
        events=(
            event(doc, "wyszli na ulice", "PROTEST", "2031-03-04"),
            event(doc, "zajęło", "ASSAULT", None, actors=("wojsko",)),
        ),
        citations=(Citation(kind="outlet", entity=AGENCY, **at(doc, "Coastal News Agency")),),
    )  # fmt: skip


def _italian() -> Reading:
    doc = "gazzetta_it.html"
    return Reading(
        document=Document(doc=doc, text=IT, language="it", published="2031-03-11", plain=False,
                          title="Valdoria, il presidente: sedici agenti morti", publisher="Gazzetta"),
        names=(name(doc, "Valdoria", "place", COUNTRY), name(doc, "Valtas", "person", VALTAS)),
        quotes=(quote(doc, "sono morti sedici agenti", VALTAS, "il presidente Valtas", "Secondo",
                      kind="according_to"),),
        figures=(
            figure(doc, "sedici", 16, 16, unit="people", measure="killed", who="security_forces", label="agenti",
                   source=VALTAS),
            figure(doc, "Fino a 5.000", None, 5000, unit="people", measure="detained", who="participants",
                   label="manifestanti"),
            figure(doc, "30", 30, 30, unit="buildings", measure="damaged", label="edifici"),
            figure(doc, "Circa duemila", 2000, 2000, approx=True, unit="people", measure="displaced",
                   who="civilians", label="abitanti"),
        ),
        events=(event(doc, "è entrato", "MOBILIZE", None),),
    )  # fmt: skip


ENTITIES = (
    Entity(id=VALTAS, kind="person", label="Henrik Valtas", aliases=("Henrik Valtas", "Henryk Valtas", "Валтас",
           "Хенрик Валтас", "Valtas"), languages=("en", "it", "pl", "ru"), documents=tuple(sorted(TEXTS)),
           forms={"en": ("Henrik Valtas",), "pl": ("Henryk Valtas",), "ru": ("Валтас", "Хенрик Валтас"),
                  "it": ("Valtas",)}, mentions=5, why=("same family name in Latin and Cyrillic letters",)),
    Entity(id=AGENCY, kind="org", label="Coastal News Agency", aliases=("Coastal News Agency",),
           languages=("en", "pl"), documents=("herald_en.txt", "kurier_pl.txt"), mentions=2),
    Entity(id=MINISTRY, kind="org", label="Interior Ministry", aliases=("interior ministry",), languages=("en",),
           documents=("herald_en.txt",), mentions=1),
    Entity(id=PORT, kind="place", label="Port Meridon", aliases=("Port Meridon", "Порт Меридон"),
           languages=("en", "pl", "ru"), documents=("herald_en.txt", "kurier_pl.txt", "vestnik_ru.txt"), mentions=4,
           parents=(COUNTRY,), forms={"en": ("Port Meridon",), "pl": ("Port Meridon",), "ru": ("Порт Меридон",)}),
    Entity(id=COUNTRY, kind="place", label="Valdoria", aliases=("Valdoria",), languages=("it",),
           documents=("gazzetta_it.html",), mentions=1),
)  # fmt: skip


def _question(name_: str, asks: str, figures: list[Figure], verdict: str, origins: list[Origin],
              **more: Any) -> Question:  # fmt: skip
    lows = [f.low for f in figures if f.low is not None]
    highs = [f.high for f in figures if f.high is not None]
    return Question(
        id=f"question-{name_}",
        asks=asks,
        measure=figures[0].measure,
        who=figures[0].who,
        unit=figures[0].unit,
        where=PORT,
        figures=tuple(f.id for f in figures),
        verdict=verdict,
        low=min(lows, default=None),
        high=max(highs, default=None),
        origins=tuple(origins),
        documents=tuple(sorted({f.doc for f in figures})),
        **more,
    )


def _origin(source: str, *figures: Figure) -> Origin:
    return Origin(source=source, figures=tuple(f.id for f in figures), documents=tuple(f.doc for f in figures))


def _comparison(readings: tuple[Reading, ...]) -> Comparison:
    en, ru, pl, it = (reading.figures for reading in readings)
    killed = [en[0], ru[0], pl[0], it[0]]
    questions = (
        _question("detained", "How many people were detained?", [en[2], pl[1], it[1]], "compatible",
                  [_origin(MINISTRY, en[2]), _origin("kurier_pl.txt", pl[1]), _origin("gazzetta_it.html", it[1])]),
        _question("killed-police", "How many members of the security forces were killed?", killed, "conflict",
                  [_origin(AGENCY, en[0]), _origin(VALTAS, ru[0], it[0]), _origin(AGENCY, pl[0])],
                  policies={"ucdp": {"low": 12, "best": 16, "high": 18, "rule": "low/best/high", "reason": "median"}}),
        _question("injured", "How many people were injured?", [en[1], ru[1]], "update",
                  [_origin("Hospitals", en[1]), _origin(VALTAS, ru[1])]),
        _question("damaged", "How many buildings were damaged?", [en[3], it[2]], "compatible",
                  [_origin("herald_en.txt", en[3]), _origin("gazzetta_it.html", it[2])]),
        _question("displaced", "How many residents left?", [ru[2], it[3]], "agree",
                  [_origin("vestnik_ru.txt", ru[2]), _origin("gazzetta_it.html", it[3])]),
        _question("curfew", "How long will the curfew last?", [ru[3]], "single", [_origin("vestnik_ru.txt", ru[3])]),
    )  # fmt: skip
    relations = (
        Relation(question="question-killed-police", a=ru[0].id, b=pl[0].id, relation="conflict",
                 reason="16 and 18 cannot both hold, and no later date explains them."),
        Relation(question="question-killed-police", a=en[0].id, b=pl[0].id, relation="compatible",
                 reason="18 lies within “at least 12”."),
        Relation(question="question-killed-police", a=ru[0].id, b=it[0].id, relation="repeat",
                 reason="Both give the words of Henrik Valtas."),
        Relation(question="question-injured", a=en[1].id, b=ru[1].id, relation="update",
                 reason="748 as of 5 March, over 1,300 as of 10 March."),
        Relation(question="question-displaced", a=ru[2].id, b=it[3].id, relation="equal", reason="The same value."),
    )  # fmt: skip
    return Comparison(
        questions=questions,
        relations=relations,
        sources=(
            Source(origin=VALTAS, via=(), doc="vestnik_ru.txt", how="quoted", figures=(ru[0].id, ru[1].id)),
            Source(origin=VALTAS, via=("Вестник",), doc="gazzetta_it.html", how="repeated", figures=(it[0].id,)),
            Source(origin=AGENCY, via=(), doc="herald_en.txt", how="cited", figures=(en[0].id,)),
            Source(origin=AGENCY, via=(), doc="kurier_pl.txt", how="cited", figures=(pl[0].id,)),
        ),
        wording=(
            _wording("participants", "herald_en.txt", "protesters", "protester", "protesters"),
            _wording("participants", "herald_en.txt", "bandits", "bandit", "bandits"),
            _wording("participants", "vestnik_ru.txt", "террористы", "террорист", "terrorists"),
            _wording("participants", "kurier_pl.txt", "Zwolennicy opozycji", "zwolennik", "supporters"),
            _wording("participants", "gazzetta_it.html", "militanti", "militante", "militants"),
            _wording("participants", "gazzetta_it.html", "manifestanti", "manifestante", "protesters"),
        ),
        gaps=(
            *(Gap(question=q.id, doc=doc, state="gives") for q in questions for doc in q.documents
              if (q.id, doc) != ("question-killed-police", "gazzetta_it.html")),
            Gap(question="question-killed-police", doc="gazzetta_it.html", state="repeats"),
            *(Gap(question=q.id, doc=doc, state="silent") for q in questions if "herald_en.txt" in q.documents
              for doc in ("gazzetta_it.html", "kurier_pl.txt") if doc not in q.documents and "displaced" not in q.id),
            Gap(question="question-displaced", doc="kurier_pl.txt", state="mentions"),
        ),
        timeline=(
            Moment(id="moment-1", type="ASSAULT", date="2031-03-04", where=PORT, actors=("protesters",),
                   events=(readings[0].events[0].id, readings[2].events[0].id),
                   documents=("herald_en.txt", "kurier_pl.txt"), silent=("gazzetta_it.html", "vestnik_ru.txt")),
            Moment(id="moment-2", type="MOBILIZE", date=None, where=PORT, actors=("wojsko",),
                   events=(readings[2].events[1].id, readings[3].events[0].id),
                   documents=("gazzetta_it.html", "kurier_pl.txt"), differs=("actor",)),
        ),
        disputes=(
            Dispute(id="dispute-1", kind="denied", about="weapons", items=(readings[0].quotes[3].id,),
                    reason="The opposition denies what others assert."),
        ),
    )  # fmt: skip


def _wording(about: str, doc: str, text: str, lemma: str, gloss: str) -> Wording:
    place = at(doc, text)
    spans = ((place["start"], place["end"]),)
    return Wording(about=about, doc=doc, text=text, lemma=lemma, gloss=gloss, count=1, spans=spans)


def dossier(ui: str = "en") -> Dossier:
    """The whole invented pile."""
    readings = (_english(), _russian(), _polish(), _italian())
    return Dossier(
        readings=tuple(sorted(readings, key=lambda reading: reading.document.doc)),
        entities=ENTITIES,
        comparison=_comparison(readings),
        issues=(Issue(doc="scan.pdf", room="ingest", code="empty", detail="no text layer in 3 pages"),),
        ui=ui,
    )


# What hostile reports try. Each must come out as the text it is.
PAYLOADS = (
    "<script>window.fired=1</script>",
    "</script><script>window.fired=1</script>",
    "<img src=x onerror=window.fired=1>",
    '"><svg onload=window.fired=1>',
    "' onmouseover='window.fired=1",
    "javascript:window.fired=1",
    "{{ 7*7 }}{% raw %}${7*7}",
    "<!--<script>",
    "]]>--><style>*{display:none}</style>",
    "\u202egpj.exe\u2066",
    "=HYPERLINK(1)",
    "\u2028window.fired=1//\u2029",
)


def hostile() -> Dossier:
    """The same pile, with every payload in texts, names, titles, sources, URLs and file names."""
    bad = " ".join(PAYLOADS)
    text = f"{bad}\n12 officers {bad}\r\nwere killed, {bad} said.\x00"
    doc = "<img src=x onerror=window.fired=1>.txt"
    TEXTS[doc] = text
    try:
        twelve = figure(doc, "12", 12, 12, measure="killed", who="security_forces", label="officers", source=bad,
                        source_text=bad)  # fmt: skip
        said = quote(doc, PAYLOADS[2], bad, PAYLOADS[0], "said")
        here = name(doc, PAYLOADS[0], "person", "person-x")
        happened = event(doc, "were killed", "<b>x</b>", bad)
    finally:
        del TEXTS[doc]
    document = Document(doc=doc, text=text, language='en"><script>', published=bad, title=bad, publisher=bad,
                        url="javascript:window.fired=1", side=bad)  # fmt: skip
    reading = Reading(document=document, figures=(twelve,), quotes=(said,), names=(here,), events=(happened,))
    question = _question(
        'x"><script>window.fired=1</script>', bad, [twelve, twelve], "conflict", [_origin(bad, twelve)]
    )
    return Dossier(
        readings=(reading,),
        entities=(Entity(id="person-x", kind=bad, label=bad, aliases=(bad,), languages=("en",), documents=(doc,),
                         forms={bad: (bad,)}, why=(bad,)),),
        comparison=Comparison(
            questions=(question,),
            relations=(Relation(question=question.id, a=twelve.id, b=twelve.id, relation="conflict", reason=bad),),
            sources=(Source(origin=bad, via=(bad,), doc=doc, how="quoted", figures=(twelve.id,)),),
            wording=(Wording(about=bad, doc=doc, text=bad, lemma=bad, gloss=bad, count=1, spans=((0, 3),)),),
            timeline=(Moment(id="m", type=bad, date=bad, where=bad, actors=(bad,), events=(happened.id,),
                             documents=(doc,)),),
            disputes=(Dispute(id="d", kind=bad, about=bad, items=(said.id,), reason=bad),),
        ),
        issues=(Issue(doc=doc, room=bad, code=bad, detail=bad),),
    )  # fmt: skip
