"""A change of a text is harmless only where that is proven: one word can turn a fact into its opposite."""

from dataclasses import replace
from typing import Any

import pytest

from lrt_site.differences import PROOFS, class_of, differences, dutch, meaning_of, only_unseen, proven_of
from lrt_site.differences.harmless import proof_of
from lrt_site.differences.plain import plain
from lrt_site.ledger.pending import Pending
from lrt_site.model.facts import Statement
from lrt_site.model.meetings import AgendaItem, Agreement
from lrt_site.model.provinces import DatedItem
from lrt_site.model.register import Record, kind_of
from lrt_site.unseen import changed_unseen, name_of
from lrt_site.wording.change_classes import judged
from tests import builders


def proven(before: str, after: str) -> tuple[str, ...]:
    return proof_of(plain(before), plain(after), dutch)


@pytest.mark.parametrize(
    ("before", "after", "proof"),
    [
        ("De Kamer besloot.", "De kamer besloot.", "hoofdletters"),
        ("Een zin: Nog iets.", "Een zin: nog iets.", "hoofdletters"),
        ("Er zijn plekken .", "Er zijn plekken.", "spaties"),
        ("Wat nu ?", "Wat nu?", "spaties"),
        ("Er is gesproken.De tafel ging door.", "Er is gesproken. De tafel ging door.", "spaties"),
        ("De opvang ,de kade en de haven.", "De opvang, de kade en de haven.", "spaties"),
        ("Een alinea.\n\nEn nog een.", "Een alinea. En nog een.", "spaties"),
        ("De verga dering was kort.", "De vergadering was kort.", "spaties"),
        ("Het is klaar", "Het is klaar.", "leestekens"),
        ("Zij noemt het “klaar”.", 'Zij noemt het "klaar".', "leestekens"),
        ("Zij noemt het ‘klaar’.", "Zij noemt het “klaar”.", "leestekens"),
        ("Hij kwam - laat - binnen.", "Hij kwam – laat – binnen.", "leestekens"),
        ("Dat was het...", "Dat was het…", "leestekens"),
        ("De foto’s zijn er.", "De foto's zijn er.", "leestekens"),
        ("De vergunning-houders kwamen.", "De vergunninghouders kwamen.", "koppeltekens"),
        ("De fotos zijn er.", "De foto's zijn er.", "koppeltekens"),
        ("De ideeen zijn goed.", "De ideeën zijn goed.", "accenten"),
        ("Financiele hulp is er.", "Financiële hulp is er.", "accenten"),
        ("De coordinatie ging goed.", "De coördinatie ging goed.", "accenten"),
        ("De op\u00advang is vol.", "De opvang is vol.", "onzichtbare tekens"),
        ("De\u00a0opvang is vol.", "De opvang is vol.", "onzichtbare tekens"),
    ],
)
def test_what_is_only_written_otherwise_is_proven_to_be_so(before: str, after: str, proof: str) -> None:
    assert proven(before, after) == (proof,)


MISSPELLINGS = """
gesloteb gesloten, woort woord, vergardering vergadering, vergaderign vergadering, gemente gemeente,
comissie commissie, commisie commissie, onmiddelijk onmiddellijk, sinsdien sindsdien, toezeging toezegging,
gezamelijk gezamenlijk, asielzoekrs asielzoekers, provincei provincie, opvnag opvang, beslooten besloten,
huisvestng huisvesting, vergunninghoders vergunninghouders, tehcnisch technisch, belangrjk belangrijk,
publikatie publicatie, inmidels inmiddels, geintereseerd geïnteresseerd, interesant interessant,
accomodatie accommodatie, overzcht overzicht, bijeenkmost bijeenkomst, agneda agenda, afsrpaak afspraak,
noodopvnag noodopvang, organizatie organisatie, aanwezg aanwezig, gepubliseerd gepubliceerd,
voorziter voorzitter, onderwrep onderwerp, veerdinst veerdienst, eilnad eiland, vergoedign vergoeding
"""


@pytest.mark.parametrize("pair", MISSPELLINGS.replace("\n", " ").strip().split(", "))
def test_a_mended_misspelling_is_proven_to_be_one(pair: str) -> None:
    old, new = pair.split()
    assert proven(f"De {old} was er.", f"De {new} was er.") == ("schrijffout",)
    assert proven(f"De {new} was er.", f"De {old} was er.") == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Other words, both of them Dutch, one or two letters apart.
        ("wel", "wet"), ("niet", "nest"), ("door", "voor"), ("voor", "tegen"), ("meer", "minder"),
        ("gesloten", "gesleten"), ("open", "dicht"), ("hoger", "lager"), ("in", "uit"), ("kan", "kon"),
        ("een", "geen"), ("mag", "moet"),
        # A misspelling of more words than one, or of a word that says whether, when or how many.
        ("breef", "brief"), ("hte", "het"), ("nieet", "niet"), ("gen", "geen"), ("gesloteb", "gesloopt"),
        ("storig", "storing"), ("nooitt", "nooit"), ("febuari", "februari"), ("dinsdah", "dinsdag"),
        ("twinitg", "twintig"), ("mogn", "mogen"),
        # What no list has can be a word all the same: compounds, forms, beginnings.
        ("regietafels", "regietafel"), ("kwartiermakers", "kwartiermaker"), ("onbereid", "bereid"),
        ("onstaat", "ontstaat"), ("havenraden", "havenraad"), ("gestoffeerdde", "gestoffeerd"),
        ("evangeliste", "evangelist"), ("azc", "acc"),
        ("kamerlid", "kaderlid"), ("dwangwet", "drankwet"), ("stikstofwet", "stikstoffen"),
        # Names.
        ("Bakert", "Bakker"), ("Janssen", "Jansen"), ("Zandvort", "Zandvoort"), ("COA", "coa"),
        ("janssen", "Janssen"),
        ("de eerste Kamer", "de Eerste Kamer"), ("de tweede", "de Tweede"), ("Rutger Groot", "Rutger groot"),
        ("het Nederlands Dagblad", "het Nederlands dagblad"), ("in mei", "in Mei"),
        ("de eerste kamer", "de Eerste Kamer"),
        # Marks by which another word, or a number, is said.
        ("een", "één"), ("één", "een"), ("Eén", "Een"), ("wél", "wel"), ("vóór", "voor"), ("zéér", "zeer"),
        ("na", "ná"),
        # Pieces.
        ("ten minste", "tenminste"), ("tegen spraak", "tegenspraak"), ("no oit", "nooit"),
        ("oud minister", "oud-minister"), ("on mogelijk", "onmogelijk"), ("te veel", "teveel"),
        ("vice voorzitter", "vicevoorzitter"), ("deopvang", "de opvang"),
        # Signs.
        ("Niet, doen", "Niet doen"), ("Niet. Doen", "Niet doen"), ("doet hij dat?", "doet hij dat."), ("nu!", "nu"),
        ("gemeenten, die laat zijn,", "gemeenten die laat zijn"), ("het (later)", "het later"),
        ("[niet] goed", "niet goed"), ("A, B en C", "A, B, en C"), ("zij noemt het klaar", "zij noemt het ‘klaar’"),
        ("*niet* goed", "niet goed"), ("“het is gesloteb”", "“het is gesloten”"),
        ("de kade; de haven", "de kade. de haven"), ("en/of", "en of"), ("§ zes", "zes"), ("- punt", "punt"),
        ("# Kop", "Kop"), ("~~weg~~", "weg"), ("`kop`", "kop"),
        # Numbers and what counts them.
        ("100.000", "100,000"), ("1.500", "15.00"), ("-5", "5"), ("5%", "5"), ("5 %", "5 ‰"), ("€ 5", "5"),
        ("1 500", "15 00"), ("hoofdstuk ii", "hoofdstuk II"), ("deel IV", "deel VI"), ("5 m", "5 M"),
        ("10-12", "10–12"), ("12 meters", "12 meter"), ("35 570 VI, J", "35 570 VI J"), ("a5", "a 5"),
        ("½ uur", "uur"), ("no 5", "no. 5"), ("10 plekkem", "10 plekken"),
        # Where a link leads.
        ("Zie [dit](a.md).", "Zie [dit](b.md)."), ("Zie https://een.example/A", "Zie https://een.example/a"),
        ("Zie [dit](a.md).", "Zie [dit](a\u200b.md)."),
        ("rijksoverhed.nl", "rijksoverheid.nl"), ("bijlgae.pdf", "bijlage.pdf"),
        # Unseen signs that turn or replace what is seen.
        ("van\u202e 12 tot", "van 12 tot"), ("een \uf0b7 punt", "een punt"), ("een\U000e0041 punt", "een punt"),
    ],
)  # fmt: skip
def test_what_is_not_proven_is_not_harmless(before: str, after: str) -> None:
    for text, other in ((before, after), (f"Het is {before} en klaar", f"Het is {after} en klaar")):
        assert proven(text, other) == ()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("op\u00advang", "opvang", "zacht afbreekteken (U+00AD) vervallen"),
        ("opvang", "op\u200bvang", "spatie zonder breedte (U+200B) toegevoegd"),
        ("de\u00a0kade", "de kade", "vaste spatie (U+00A0) vervallen"),
        ("\ufeffkade", "kade", "bytevolgordeteken (U+FEFF) vervallen"),
        ("ka\u200ede", "kade", "richtingsteken van links naar rechts (U+200E) vervallen"),
        ("\uf0b7 kade", " kade", "teken voor eigen gebruik (U+F0B7) vervallen"),
        ("k\u00adade\u200d", "\u200bkade", "zacht afbreekteken (U+00AD) en verbindingsteken zonder breedte (U+200D) "
         "vervallen, spatie zonder breedte (U+200B) toegevoegd"),
        ("k\u00adade", "kad\u00ade", "zacht afbreekteken (U+00AD) verplaatst"),
        ("cafe\u0301", "café", "letters met een accent, anders opgeslagen"),
        ("kade", "kader", ""), ("k\u00adade", "kader", ""), ("kade", "kade", ""),
    ],
)  # fmt: skip
def test_a_change_of_unseen_signs_alone_names_them(before: str, after: str, said: str) -> None:
    assert changed_unseen(before, after) == said


def test_a_sign_that_turns_what_is_seen_stays_where_it_is_and_proves_nothing() -> None:
    assert proven("een \u202e12 en  op\u00advang", "een \u202e12 en opvang") == ("onzichtbare tekens",)
    assert proven("een \u202e12 en zin", "een 12\u202e en zin") == ()
    assert proven("een \u202e12 en zin .", "een 12\u202e en zin.") == ()
    assert proven("een\u200e zin", "een zin") == ("onzichtbare tekens",)


def test_unseen_signs_that_can_be_seen_are_not_called_other_words() -> None:
    old = builders.a_meeting(body="Een \uf0b7 punt.")
    found = differences(old, replace(old, body="Een punt."), speller=dutch)
    assert (class_of(found), only_unseen(found)) == ("herformulering", True)
    said = judged("herformulering", (), ("body",), unseen=True)
    assert said == "Alleen onzichtbare tekens zijn anders. Of dat verandert wat u ziet, is niet beoordeeld."


def test_every_unseen_sign_has_a_name_and_a_number() -> None:
    for sign in ("\u00ad", "\u202e", "\u3000", "\ue000", "\U000e0041", "\ufe0f"):
        assert name_of(sign).endswith(f"(U+{ord(sign):04X})")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (builders.a_seat(name="Fictieve\u00ad stoel"), builders.a_seat(name="Fictieve stoel")),
        (builders.a_meeting(body="Op\u00advang."), builders.a_meeting(body="Opvang.")),
        (builders.a_commitment(title="Een\u200b toezegging"), builders.a_commitment(title="Een toezegging")),
    ],
)
def test_in_any_field_a_change_of_unseen_signs_alone_is_no_other_fact(old: Record, new: Record) -> None:
    found = differences(old, new, speller=dutch)
    assert (class_of(found), proven_of(found)) == ("tekstueel", ("onzichtbare tekens",))


def test_what_is_proven_of_all_differences_is_proven_of_the_change() -> None:
    old = builders.a_meeting(body="De Kade is gesloteb", note="De ideeen.")
    new = replace(old, body="De kade is gesloten.", note="De ideeën.")
    found = differences(old, new, speller=dutch)
    assert proven_of(found) == ("hoofdletters", "leestekens", "accenten", "schrijffout")
    assert set(proven_of(found)) <= set(PROOFS)
    assert proven_of(differences(old, replace(new, note="Geen ideeën."), speller=dutch)) == ()


def statement(text: str) -> Statement:
    return builders.a_statement(text=text)


OPPOSITES: list[tuple[Record, str, Any, Any]] = [
    (builders.a_site(), "tagline", "Een open tafel.", "Een dichte tafel."),
    (builders.a_table(), "founded", statement("De tafel begon."), statement("De tafel stopte.")),
    (builders.a_table(), "purposes", (statement("De tafel helpt."),), (statement("De tafel hindert."),)),
    (builders.a_table(), "provincial_chairs_note", "De dagen zijn waar.", "De dagen zijn vals."),
    (builders.an_organisation(), "note", "Zij bestaat.", "Zij verdween."),
    (builders.a_person(), "name_note", "De naam is echt.", "De naam is nep."),
    (builders.a_seat(), "note", "De stoel is bezet.", "De stoel is leeg."),
    (builders.a_composition(), "description", "Wie er kwam.", "Wie er wegbleef."),
    (builders.a_membership(), "note", "Zij begon.", "Zij stopte."),
    (builders.a_meeting(), "note", "Door een storing was er geen verslag.", "Door fraude was er geen verslag."),
    (builders.a_meeting(), "body", "De loket is open.", "De loket is dicht."),
    (builders.a_meeting(), "body", "Er is winst gemaakt.", "Er is verlies gemaakt."),
    (builders.a_meeting(), "body", "De tafel wacht op verslagen.", "De tafel krijgt verslagen."),
    (builders.a_meeting(), "discussed", ("De haven werkt.",), ("De haven faalt.",)),
    (builders.a_meeting(), "conclusions", ("Het plan slaagt.",), ("Het plan mislukt.",)),
    (builders.a_meeting(), "disputed", ("Zij stemde voor.",), ("Zij stemde tegen.",)),
    (builders.a_meeting(), "agenda", (AgendaItem(title="Bouw van de kade"),), (AgendaItem(title="Sloop van de kade"),)),
    (builders.a_meeting(), "agenda", (AgendaItem(title="x", agreements=(Agreement(who="zij", what="koopt het"),)),),
     (AgendaItem(title="x", agreements=(Agreement(who="zij", what="verkoopt het"),)),)),
    (builders.an_output(), "content", "Een dank.", "Een klacht."),
    (builders.an_output(), "body", "De brief prijst de kade.", "De brief laakt de kade."),
    (builders.a_commitment(), "title", "Overleg dat is gelukt", "Overleg dat is mislukt"),
    (builders.a_commitment(), "register_text", "De minister levert.", "De minister weigert."),
    (builders.a_commitment(), "remark", "Het register klopt.", "Het register liegt."),
    (builders.a_commitment(), "body", "Zij zei ja.", "Zij zei nee."),
    (builders.a_commitment(), "evidence", (builders.an_evidence(content="Het loket is geopend."),),
     (builders.an_evidence(content="Het loket is gesloten."),)),
    (builders.a_commitment(), "evidence", (builders.an_evidence(scope="heel het land"),),
     (builders.an_evidence(scope="buiten het land"),)),
    (builders.a_commitment(), "status_events", (builders.a_status(note="De commissie nakomt het."),),
     (builders.a_status(note="De commissie breekt het."),)),
    (builders.a_commitment(), "deadlines", (builders.a_deadline(note="Het stuk is zoekgeraakt."),),
     (builders.a_deadline(note="Het stuk is vervalst."),)),
    (builders.a_commitment_register(), "statuses_note", "De lijst is af.", "De lijst is weg."),
    (builders.a_provincial_table(), "chair_note", "Hij leidt de tafel.", "Hij mijdt de tafel."),
    (builders.a_provincial_table(), "remarks", (statement("De tafel zweeg."),), (statement("De tafel sprak."),)),
    (builders.a_provincial_table(), "publications", (DatedItem(what="lof", source="s-1"),),
     (DatedItem(what="smaad", source="s-1"),)),
    (builders.a_series(), "counts", "Wie kwam.", "Wie ging."),
    (builders.a_series(), "leaves_out", "Zieken.", "Gezonden."),
    (builders.an_event(), "event", "De storm vernielde de kade.", "De storm spaarde de kade."),
    (builders.a_contradiction(), "statement", "De een zegt open.", "De een zegt dicht."),
    (builders.a_contradiction(), "reason", "Die bron is ouder.", "Die bron is jonger."),
    (builders.a_mention(), "text", "De kade bleef heel.", "De kade ging stuk."),
    (builders.a_term(), "explanation", "Wie mag varen.", "Wie niet mag varen."),
    (builders.a_parliamentary_item(), "text", "De motie is aangenomen.", "De motie is verworpen."),
    (builders.a_report_form(), "structure_note", "De kop is vast.", "De kop is los."),
    (builders.a_citation_pattern(), "what", "een antwoord", "een vraag"),
    (builders.a_source(), "title", "Lof der kade", "Hoon der kade"),
    (builders.a_source(), "note", "De bron is echt.", "De bron is vervalst."),
    (builders.a_page(), "body", "Deze site is gratis.", "Deze site is duur."),
    (builders.a_page(), "title", "Zo kan het", "Zo faalt het"),
]  # fmt: skip


@pytest.mark.parametrize(("record", "field", "one", "other"), OPPOSITES)
def test_an_opposite_is_never_harmless_and_never_without_a_note(record: Any, field: str, one: Any, other: Any) -> None:
    texts = replace(record, **{field: one}), replace(record, **{field: other})
    for old, new in (texts, texts[::-1]):
        change = class_of(differences(old, new, speller=dutch))
        assert change in ("herformulering", "correctie")
        assert Pending(id="x", type="x", change=change, version=2, record=new).needs_note


def test_there_are_forty_opposites_over_all_meanings_of_texts_and_most_kinds_of_records() -> None:
    assert len(OPPOSITES) >= 40
    assert {meaning_of(type(record), field) for record, field, *_ in OPPOSITES} >= {
        "feit",
        "feit in woorden",
        "woorden",
    }
    assert len({kind_of(record) for record, *_ in OPPOSITES}) >= 20


FACTS_IN_WORDS = [pair for pair in OPPOSITES if kind_of(pair[0]) in ("commitment", "contradiction", "event")]


@pytest.mark.parametrize(("record", "field", "one", "other"), FACTS_IN_WORDS)
def test_other_words_for_a_stated_fact_are_a_correction(record: Any, field: str, one: Any, other: Any) -> None:
    old, new = replace(record, **{field: one}), replace(record, **{field: other})
    assert class_of(differences(old, new, speller=dutch)) == "correctie"


def test_a_misspelling_in_a_stated_fact_is_mended_without_a_correction() -> None:
    old = builders.a_commitment(register_text="De minister houdt overlgeg.")
    assert (
        class_of(differences(old, replace(old, register_text="De minister houdt overleg."), speller=dutch))
        == "tekstueel"
    )
