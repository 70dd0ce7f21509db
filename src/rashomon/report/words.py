"""The reader's language: messages from gettext catalogues, numbers and dates from CLDR."""

import gettext
import io
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError, dates, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

__all__ = ["Words", "words_for"]

LOCALES = Path(__file__).parent / "locale"


@lru_cache(maxsize=16)
def words_for(language: str) -> "Words":
    """Messages of one language; English where there is no catalogue."""
    return Words(language)


class Words:
    """Calling it translates a message and fills its ``{fields}``."""

    def __init__(self, language: str) -> None:
        try:
            self.locale = Locale.parse(language.replace("-", "_"))
        except (UnknownLocaleError, ValueError, TypeError):
            self.locale = Locale("en")
        self.language = self.locale.language
        self._numbers: dict[Decimal, str] = {}
        self._days: dict[str, str] = {}
        path = LOCALES / f"{self.language}.po"
        self.direction = "rtl" if path.exists() and self.locale.text_direction == "rtl" else "ltr"
        self._messages = _catalogue(path) if path.exists() else gettext.NullTranslations()
        if not path.exists():
            self.locale, self.language = Locale("en", "GB"), "en"  # day before month

    def __call__(self, message: str, **values: object) -> str:
        """``message`` in the reader's language."""
        found = self._messages.gettext(message)
        return found.format(**values) if values else found

    def many(self, one: str, other: str, n: int, **values: object) -> str:
        """The plural form for ``n``; ``{n}`` in it is the number as the language writes it."""
        return self._messages.ngettext(one, other, n).format(n=self.number(Decimal(n)), **values)

    def number(self, value: Decimal) -> str:
        """1300 -> "1,300", "1 300", "1.300"."""
        if value not in self._numbers:
            self._numbers[value] = str(numbers.format_decimal(value, locale=self.locale, decimal_quantization=False))
        return self._numbers[value]

    def day(self, value: str | None) -> str:
        """An ISO 8601 / EDTF date for people; what CLDR cannot say is shown as it is."""
        key = value or ""
        if key not in self._days:
            self._days[key] = self._day(value)
        return self._days[key]

    def _day(self, value: str | None) -> str:
        if not value:
            return ""
        first, slash, last = value.partition("/")
        if not slash:
            return self._one_day(value)
        if len(first) == len(last) == 10 and "X" not in value:
            return self._interval(first, last)
        ends = ("…" if end in ("", "..") else self._one_day(end) for end in (first, last))
        return " – ".join(ends)

    def period(self, first: str, last: str) -> str:
        """Two days as one stretch, months in full: "4–11 March 2031"."""
        return self._interval(first, last, "yMMMMd")

    def _interval(self, first: str, last: str, skeleton: str = "yMMMd") -> str:
        try:
            begin, end = date.fromisoformat(first), date.fromisoformat(last)
        except ValueError:
            return f"{first} – {last}"
        if begin == end:
            return str(dates.format_skeleton(skeleton, begin, locale=self.locale))
        return str(dates.format_interval(begin, end, skeleton, locale=self.locale))

    def _one_day(self, value: str) -> str:
        try:
            if "-W" in value:
                monday = datetime.strptime(f"{value}-1", "%G-W%V-%u").date()
                return self._interval(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
            if value.startswith("XXXX-") and len(value) == 10:
                return str(dates.format_skeleton("MMMd", date.fromisoformat("2000" + value[4:]), locale=self.locale))
            if len(value) == 7:
                return str(dates.format_skeleton("yMMM", date.fromisoformat(value + "-01"), locale=self.locale))
            if len(value) == 10:
                return str(dates.format_skeleton("yMMMd", date.fromisoformat(value), locale=self.locale))
            if "T" in value:
                moment = datetime.fromisoformat(value)
                day = dates.format_skeleton("yMMMd", moment, locale=self.locale)
                night = moment.hour == moment.minute == 0
                hour = self("midnight") if night else dates.format_skeleton("Hm", moment, locale=self.locale)
                return f"{day}, {hour}"
        except (ValueError, KeyError):  # an EDTF value that is no single day, or a form the locale does not have
            pass
        return value

    def tongue(self, code: str | None) -> str:
        """The name of a language: "ru" -> "Russian"."""
        if not code:
            return self("unknown language")
        try:
            return str(Locale.parse(code).get_display_name(self.locale) or code)
        except (UnknownLocaleError, ValueError):
            return code


def _catalogue(path: Path) -> gettext.NullTranslations:
    """A .po file, read without a compiler step."""
    with path.open("rb") as source:
        catalogue = read_po(source)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
