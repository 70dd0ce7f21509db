"""The ways of writing met in a pile, each with where it stands: what linking works on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rashomon.link.words import Word
from rashomon.model import Name, Reading
from rashomon.text import squeeze

Use = tuple[int, int]  # reading, name
Heard = tuple[bool, bool, int, int, str]


@dataclass(slots=True, eq=False)
class Form:
    """One spelling of one kind in one language, over the whole pile. `link.apart` fills in ``words`` and ``known``."""

    kind: str
    language: str | None
    text: str
    lemma: str | None
    words: tuple[Word, ...] = ()
    plain: tuple[Word, ...] = ()  # those that can be a key of the name: no initials, no patronymic beside two others
    heard: Heard = (False, False, 0, 0, "")  # a sort key that puts plain forms first, and the slug of its sound
    bones: tuple[str, ...] = ()  # consonants of the words of a person's or place's name (`scripts.bones`)
    known: str | None = None  # a place's id in the tables (`places.identify`), an organisation's (`tables.body`)
    told: bool = False  # an organisation that can be known by what its words mean
    head: bool = False  # one that is called by its common noun alone
    uses: list[Use] = field(default_factory=list)
    docs: list[int] = field(default_factory=list)
    sure: bool = False

    @property
    def order(self) -> tuple[str, str, str]:
        """A sort key that depends on nothing but the form itself."""
        return self.kind, self.text, self.language or ""

    def take(self, words: tuple[Word, ...]) -> None:
        """Set ``words`` and ``plain``."""
        whole = tuple(w for w in words if not w.initial)
        kept = tuple(w for w in whole if not w.patronymic)
        self.words, self.plain = words, kept if len(kept) > 1 else whole


def gather(readings: Sequence[Reading]) -> list[Form]:
    """All forms of a pile, in an order that depends on the forms only."""
    found: dict[tuple[str, str | None, str], Form] = {}
    for r, reading in enumerate(readings):
        for n, name in enumerate(reading.names):
            form = _form(found, name, reading.document.language)
            form.uses.append((r, n))
            form.sure = form.sure or name.sure
            if not form.docs or form.docs[-1] != r:
                form.docs.append(r)
    return sorted(found.values(), key=lambda form: form.order)


def _form(found: dict[tuple[str, str | None, str], Form], name: Name, language: str | None) -> Form:
    text, language = squeeze(name.text), name.language or language
    key = (name.kind, language, text)
    if key not in found:
        lemma = squeeze(name.lemma) if name.lemma else None
        found[key] = Form(kind=name.kind, language=language, text=text, lemma=lemma)
    return found[key]
