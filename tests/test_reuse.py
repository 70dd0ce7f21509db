"""Which reports are one text: reprints of all sorts, translations, and strangers that must stay apart."""

import pytest

from rashomon.compare.pile import lay_out
from rashomon.compare.reuse import text_groups
from rashomon.link import link
from rashomon.model import Document, Options
from rashomon.pipeline import read_document

PARTS = (
    "A grain barge struck the old railway bridge at Tornby early on Thursday and sank within minutes, the harbour office said.",
    "Four of the eleven people aboard were pulled from the river by the crew of a passing tug, while divers went on looking for the rest.",
    "Trains between Tornby and the coast were halted because the middle pier had moved, and engineers expected them to stand still for weeks.",
    "The barge had left the mills at Grenaa the night before with nine hundred tonnes of rye, its owner told the local station.",
    "Its captain, Marit Holm, had worked the river for twenty years and knew every pier of it, said a colleague who asked not to be named.",
    "Fishermen who saw the accident from the bank spoke of a sudden gust that turned the vessel across the current.",
    "The county has opened an inquiry and will publish what it finds before the end of the season.",
)
OTHER = (
    "Seven people are missing after a cargo vessel hit a bridge near Tornby and went down, rescue services reported.",
    "A tug saved four of the crew of eleven; two of them are being treated for cold in the town's clinic.",
    "Nobody can yet say why the ship, which carried rye from the Grenaa mills, lost its way under a bridge that it had passed so often.",
    "Passengers were taken to the coast by bus, and the railway warned that the line would stay closed.",
    "Relatives of the sailors gathered at the quay, where the mayor promised them news by the evening.",
    "The inquiry of the county is led by a judge who has dealt with two accidents on the river before.",
)


def edited(text: str) -> str:
    """Every fourteenth word another."""
    words = text.split(" ")
    return " ".join("moreover" if i % 14 == 13 else word for i, word in enumerate(words))


def grouped(texts: dict[str, str], language: str = "en") -> list[list[str]]:
    readings = [read_document(Document(doc=doc, text=text, language=language)) for doc, text in texts.items()]
    heads = text_groups(lay_out(link(sorted(readings, key=lambda r: r.document.doc), Options()), "en"))
    return [sorted(d for d in heads if heads[d] == head) for head in sorted(set(heads.values()))]


WHOLE = "\n\n".join(PARTS)
REPRINTS = {
    "another heading": "Barge sinks, bridge closed\n\n" + WHOLE,
    "shortened to its lead": "\n\n".join(PARTS[:2]),
    "paragraphs in another order": "\n\n".join((*PARTS[4:], *PARTS[:4])),
    "words edited": edited(WHOLE),
    "its middle in a longer piece": "\n\n".join((OTHER[3], *PARTS[1:5], OTHER[4])),
    "another toll": WHOLE.replace("Four of", "Five of"),
}


@pytest.mark.parametrize("name", REPRINTS)
def test_a_reprint_is_its_source(name: str) -> None:
    assert grouped({"a": WHOLE, "b": REPRINTS[name]}) == [["a", "b"]]


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(OTHER),
        "\n\n".join((*OTHER[:3], PARTS[4], *OTHER[3:])),  # one sentence in common: a quotation
        "Barge sinks at Tornby.",
    ],
)
def test_an_account_of_its_own_is_not(text: str) -> None:
    assert grouped({"a": WHOLE, "b": text}) == [["a"], ["b"]]


def test_a_digest_does_not_make_one_text_of_two() -> None:
    found = grouped({"a": WHOLE, "b": "\n\n".join(OTHER), "c": WHOLE + "\n\n" + "\n\n".join(OTHER)})
    assert len(found) == 2


LEAD = {
    "en": "A barge with 900 tonnes of rye sank at Tornby on 6 May 2021, Marit Holm said. Four of 11 sailors were rescued. "
    "Trains to Grenaa will stand still for 17 days. “Nobody could see the pier,” Holm told Reuters. "
    "The damage is put at 35 million euros. The inquiry will take 14 months.",
    "ru": "Баржа с 900 тоннами ржи затонула в Торнбю 6 мая 2021 года, сообщила Марит Хольм. Четверых из 11 моряков спасли. "
    "Поезда в Грено не будут ходить 17 дней. «Опору никто не мог разглядеть», — сказала Хольм агентству Reuters. "
    "Ущерб оценивают в 35 миллионов евро. Расследование займёт 14 месяцев.",
    "pl": "Barka z 900 tonami żyta zatonęła w Tornby 6 maja 2021 roku, powiedziała Marit Holm. Czterech z 11 marynarzy uratowano. "
    "Pociągi do Grenaa nie będą jeździć przez 17 dni. „Nikt nie mógł zobaczyć filaru” – powiedziała Holm agencji Reuters. "
    "Szkody szacuje się na 35 milionów euro. Śledztwo potrwa 14 miesięcy.",
    "it": "Una chiatta con 900 tonnellate di segale è affondata a Tornby il 6 maggio 2021, ha detto Marit Holm. Quattro degli 11 marinai "
    "sono stati salvati. I treni per Grenaa resteranno fermi 17 giorni. «Nessuno poteva vedere il pilone», ha detto Holm alla Reuters. "
    "I danni sono stimati in 35 milioni di euro. L'inchiesta durerà 14 mesi.",
}
APART = {
    "ru": "Марит Хольм возглавит расследование в Торнбю. Оно займёт 14 месяцев и обойдётся в 3 миллиона евро, сообщает Reuters. "
    "Напомним, 6 мая 2021 года там затонула баржа, шедшая из Грено. Из 11 моряков спасли четверых. "
    "«Мы опросили уже 28 человек», — сказала Хольм. Семьям погибших выплатят по 50 000 евро."
}


def test_translations_are_one_text() -> None:
    readings = [read_document(Document(doc=code, text=text, language=code)) for code, text in LEAD.items()]
    heads = text_groups(lay_out(link(sorted(readings, key=lambda r: r.document.doc), Options()), "en"))
    assert set(heads.values()) == {"en"}


def test_an_account_in_another_language_is_no_translation() -> None:
    readings = [
        read_document(Document(doc="en", text=LEAD["en"], language="en")),
        read_document(Document(doc="ru", text=APART["ru"], language="ru")),
    ]
    heads = text_groups(lay_out(link(readings, Options()), "en"))
    assert heads == {"en": "en", "ru": "ru"}
