"""Names in two scripts whose vowels do not agree: "Rowan Lacy" is "Роуэн Лейси" by its consonants alone.

Translators write what they hear, and English vowels are heard in many ways. Consonants alone are a weak reason, so
it holds only where the pile knows one such name in each script, and no report has both languages' forms already.
"""

from collections import defaultdict
from itertools import product

from rashomon.link.forms import Form
from rashomon.link.sound import bare
from rashomon.link.union import Groups
from rashomon.link.words import Word

_LEAST = 4  # consonants of the whole name
_WORDS = 4
_WAYS = 24  # keys of a name

__all__ = ["bones", "join_across_scripts"]


def join_across_scripts(forms: list[Form], names: list[int], groups: Groups) -> None:
    """Join the groups of two scripts that alone share the consonants of all their words."""
    found: dict[str, set[int]] = defaultdict(set)
    for i in names:
        for key in forms[i].bones:
            found[key].add(groups.find(i))
    for key in sorted(found):
        roots = sorted({groups.find(root) for root in found[key]})
        if len(roots) == 2 and _strangers(forms, groups, roots[0], roots[1]):
            a, b = (min(groups.members[root], key=lambda i: forms[i].order) for root in roots)
            groups.join(a, b, (f"{forms[a].text} ~ {forms[b].text}: the same consonants, and no other such name",))


def _strangers(forms: list[Form], groups: Groups, a: int, b: int) -> bool:
    """Whether one group is in Latin letters and the other not, and they have no language in common."""
    one, other = ({(forms[i].words[0].latin, forms[i].language) for i in groups.members[root]} for root in (a, b))
    scripts = {latin for latin, _ in one}, {latin for latin, _ in other}
    apart = not {language for _, language in one} & {language for _, language in other}
    return apart and len(scripts[0]) == len(scripts[1]) == 1 and scripts[0] != scripts[1]


def bones(form: Form) -> tuple[str, ...]:
    """The consonants of each word, in order; the ways to read the words multiply up to a limit."""
    words = form.plain
    if not 2 <= len(words) <= _WORDS or any(w.abjad for w in words):
        return ()
    ways = product(*(_heard(w) for w in words))
    keys = dict.fromkeys(" ".join(way) for _, way in zip(range(_WAYS), ways, strict=False))
    told = (key for key in keys if not key.startswith(" ") and "  " not in key)
    return tuple(key for key in told if len(key) - key.count(" ") >= _LEAST)


def _heard(word: Word) -> list[str]:
    return list(dict.fromkeys(bare(sound) for sound in (word.main, word.least, *word.readings)))
