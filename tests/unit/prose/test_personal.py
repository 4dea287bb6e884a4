"""Personal data are found, and what only looks like them is not."""

import pytest

from lrt_site.prose.parties import Parties
from lrt_site.prose.personal import hidden, nameless, personal_in

PARTIES = Parties(persons=frozenset({"Bram Bedacht", "Neel van Nergens"}))


@pytest.mark.parametrize(
    ("text", "what", "words"),
    [
        ("Mail jan.jansen@voorbeeld.nl.", "een e-mailadres", "jan.jansen@voorbeeld.nl"),
        ("Mail jan [at] voorbeeld.nl", "een e-mailadres", "jan [at] voorbeeld.nl"),
        ("Mail jan  at  voorbeeld.nl", "een e-mailadres", "jan  at  voorbeeld.nl"),
        ("Mail jan (at) voorbeeld (punt) nl", "een e-mailadres", "jan (at) voorbeeld (punt) nl"),
        ("Mail jan apenstaartje voorbeeld.nl", "een e-mailadres", "jan apenstaartje voorbeeld.nl"),
        ("Bel 06-12345678 voor meer.", "een telefoonnummer", "06-12345678"),
        ("Bel (070) 123 45 67.", "een telefoonnummer", "(070) 123 45 67"),
        ("Telefoon: +31 6 1234 5678", "een telefoonnummer", "+31 6 1234 5678"),
        ("Nummer 111222333 hoort bij hem.", "een burgerservicenummer", "111222333"),
        ("Hij heeft BSN 123456789.", "een burgerservicenummer", "123456789"),
        ("V-nummer 1234567890", "een nummer van een persoon", "1234567890"),
        ("Betaald via NL91 ABNA 0417 1643 00.", "een rekeningnummer", "NL91 ABNA 0417 1643 00"),
        ("Dorpsstraat 12, 1234 AB Schelpdorp", "een adres met huisnummer", "Dorpsstraat 12, 1234 AB"),
        ("Hij woont aan de Kerkstraat 4.", "een adres met huisnummer", "Kerkstraat 4"),
        ("1234 AB 12", "een adres met huisnummer", "1234 AB 12"),
        ("Geboren op 12 maart 1970 te Mistzand.", "een geboortedatum", "Geboren op 12 maart 1970"),
        ("geboortedatum: 12-03-1970", "een geboortedatum", "geboortedatum: 12-03-1970"),
    ],
)
def test_personal_data_are_found(text: str, what: str, words: str) -> None:
    (found,) = personal_in(text, PARTIES)
    assert (found.what, text[found.start : found.end], found.is_name) == (what, words, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De heer K. de Boer (ambtenaar) lichtte toe.", "De heer K. de Boer"),
        ("Ook mevrouw Jansen lichtte toe.", "mevrouw Jansen"),
        ("Aanwezig: mw. drs. A. Bakker", "mw. drs. A. Bakker"),
        ("Dhr Pietersen vroeg iets.", "Dhr Pietersen"),
        ("J. de Vries (JenV) was erbij.", "J. de Vries"),
        ("Beleidsmedewerker Piet Smit was erbij.", "Beleidsmedewerker Piet Smit"),
        ("Het plan is van P.J. Bakker.", "P.J. Bakker"),
    ],
)
def test_names_of_nobody_at_the_table_are_found(text: str, words: str) -> None:
    (found,) = personal_in(text, PARTIES)
    assert (text[found.start : found.end], found.is_name) == (words, True)


@pytest.mark.parametrize(
    "text",
    [
        "De heer Bedacht opende de vergadering.",
        "De heer N. van Nergens nam afscheid.",
        "Toezegging T02933; Kamerstukken 19 637, nr. 2184, en 35 570 VI, J",
        "Jongeren geboren na 1 januari 2007 reizen gratis.",
        "Er waren 1.300.000 reizigers, van wie 361.400 in de zomer; later 100.000.000.",
        "https://zoek.officielebekendmakingen.nl/kst-19637-2184.html",
        "Postbus 20301, 2500 EH Den Haag",
        "van 2015-12-04 tot 2016-01-05, en 32 847 en 19 637, nr. 855",
        "Bel gratis 0800-1234.",
        "Dat staat in bijlage A. Vastgesteld is zij niet.",
        "De dr. Nolenslaan is dicht, en de voorzitter van de N.V. Boten weet dat.",
        "de heer en mevrouw; de dames en heren Tweede Kamerleden",
    ],
)
def test_what_only_looks_like_personal_data_is_not(text: str) -> None:
    assert personal_in(text, PARTIES) == ()


@pytest.mark.parametrize(
    ("sentence", "new"),
    [
        ("Mevrouw Jansen van de gemeente was erbij.", "Iemand van de gemeente was erbij."),
        ("Daarna kwam de heer K. de Boer (ambtenaar) aan het woord.", "Daarna kwam een ambtenaar aan het woord."),
        ("Beleidsmedewerker Piet Smit maakte het verslag.", "Een beleidsmedewerker maakte het verslag."),
        ("mevrouw K. Pietersen", ""),
    ],
)
def test_a_sentence_can_do_without_the_name(sentence: str, new: str) -> None:
    assert nameless(sentence, personal_in(sentence, PARTIES)[0]) == new


@pytest.mark.parametrize(
    ("words", "shown"),
    [("jan.jansen@voorbeeld.nl", "ja…"), ("De heer K. de Boer", "De heer K…"), ("06-12345678", "06…")],
)
def test_they_are_never_shown_whole(words: str, shown: str) -> None:
    assert hidden(words) == shown
