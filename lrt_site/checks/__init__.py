"""Rules that need more than one record, each a sentence. `CHECKS` is all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lrt_site.checks import (
    addresses,
    commitments,
    dates,
    facts,
    field_sources,
    figures,
    names,
    people,
    references,
    texts,
)
from lrt_site.model.register import Register
from lrt_site.problems import Fault

CHECKS: tuple[Callable[[Register], Iterator[Fault]], ...] = (
    references.references_are_known,
    references.coverage_names_elements_of_its_commitment,
    references.there_is_one_site_and_one_table,
    references.contradictions_weigh_their_own_sources,
    references.contradictions_show_every_reading,
    facts.doubt_is_explained,
    facts.a_source_is_named_once,
    facts.sources_are_used,
    field_sources.tied_fields_are_there,
    field_sources.tied_sources_are_those_of_the_fact,
    field_sources.quoted_words_say_whose_they_are,
    people.seats_have_room_for_their_holders,
    people.provinces_have_one_chair_at_a_time,
    people.compositions_name_a_holder_once,
    people.attendees_hold_a_seat_or_are_invited,
    names.namesakes_are_known_to_be_two,
    names.meetings_of_one_day_are_told_apart,
    names.a_time_is_of_a_day,
    names.a_word_is_explained_once,
    commitments.evidence_comes_after_its_commitment,
    commitments.statuses_come_after_their_commitment,
    commitments.deadlines_come_after_their_commitment,
    dates.dates_are_no_defaults,
    dates.years_are_plausible,
    dates.bounds_are_in_order,
    dates.the_past_is_past,
    dates.plans_of_the_past_say_what_became_of_them,
    dates.only_meetings_that_were_held_have_results,
    dates.what_follows_comes_after,
    figures.values_are_given_once,
    figures.values_replace_an_expectation,
    figures.no_value_replaces_itself,
    figures.words_of_a_series_are_those_of_its_values,
    figures.values_are_of_some_time,
    figures.values_are_of_a_known_area,
    addresses.ids_differ_in_more_than_capitals,
    addresses.parts_have_ids_of_their_own,
    addresses.figures_have_ids_of_their_own,
    addresses.ids_leave_addresses_of_the_site_free,
    addresses.web_addresses_can_be_opened,
    addresses.the_site_has_an_address,
    addresses.errors_can_be_reported,
    texts.texts_are_fit_to_read,
    texts.names_are_short,
    texts.sources_are_cited_as_parliament_does,
)
