// Searches the site and its handbook, in the reader's own browser. What was asked stands in the address.
"use strict";

const LAST = "Bronnen";
const FIRST = 3; // So many of the best come before the rest, which stands by kind.
const AT_A_TIME = 12;
const PASSAGE = 30; // Words.
const ALIKE = 3; // Letters.
const TEXT = "tekst"; // As in lrt_site/searching.py.
const JOINT = "^"; // As in lrt_site/wording/compounds.py.
// The fields of a place: what it is known by, its name, its title or the sentence that stands for one, words beside it.
const WEIGHTS = { bekend: 8, naam: 8, titel: 3, zin: 1, ook: 0.5, title: 0, kop: 0, adres: 0 };
const OTHERWISE = "Hieronder vindt u alles ook zonder zoeken.";
// Words that nearly every page has, and that say nothing of what somebody looks for.
const PASSED_OVER = new Set(
  ("aan als bij dan dat de den der deze die dit door een en er ging haar had heb hebben heeft het hoe hoeveel hun ik in " +
    "is kan komt kun kunnen maar mag meer met mijn moet naar niet nog nu of om onze ook op over te tegen ten ter tot uit " +
    "van veel voor waar waarom wanneer was wat welke werd wie wij worden wordt ze zich zij zijn zit zo zou").split(" "),
);

const form = document.getElementById("zoeken");
const field = document.getElementById("vraag");
const outcome = document.getElementById("uitkomst");
const found = document.getElementById("gevonden");
const choices = [...form.querySelectorAll("select")];

let looker; // Fetched once somebody is about to ask: the page is there first.
async function looking() {
  const { createInstance } = await import(new URL(form.dataset.program, location.href).href);
  const ranking = { pageLength: 0.4, termSaturation: 0.8, metaWeights: WEIGHTS };
  return createInstance({ noWorker: true, metaCacheTag: "", ranking });
}

let asked = 0; // An answer that comes after a later question is not shown.

// Numbers as they stand in the index, however they were spaced; the rest as it was typed.
function normal(question) {
  const text = question
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "")
    .replace(/[“”„«»]/g, '"')
    .replace(/\bt[\s.-]?(\d{2})[\s.](\d{3})\b/gi, "T$1$2")
    .replace(/\bt[\s.-]?0*(\d{2,5})\b/gi, (_, digits) => `T${digits.padStart(5, "0")}`)
    .replace(/(?<![\d.])(\d{2})[ \u00a0.](\d{3})(?![\d.])/g, "$1$2")
    .replace(/(\d{5})[-\s]*(?=[a-z])/gi, "$1 ")
    .trim();
  if (/^".+"$/.test(text)) return text;
  const words = text.replace(/["“”,;:()?!-]/g, " ").split(/\s+/).filter(Boolean);
  const telling = words.filter((word) => !PASSED_OVER.has(word.toLowerCase()));
  return (telling.length ? telling : words).join(" ");
}

function element(name, ...parts) {
  const made = document.createElement(name);
  made.append(...parts.filter((part) => part !== ""));
  return made;
}

const shown = (text) => text.replace(/(?<=\d)\^(?=\d)/g, " ").replaceAll(JOINT, "");

// The stretch of the text in which most of what was asked stands, and the last place before it that has an address.
function passageOf(data) {
  const words = data.content.split(/[\r\n\s]+/);
  const start = data.anchors.find(({ id }) => id === TEXT).location;
  const anchors = data.anchors.filter(({ id }) => id !== TEXT);
  const places = data.locations.filter((place) => place >= start && place < words.length);
  const within = (first) => places.filter((place) => place >= first && place < first + PASSAGE).length;
  const best = places.length ? places.reduce((one, other) => (within(other) > within(one) ? other : one)) : start;
  const anchor = places.length ? anchors.filter(({ location: place }) => place <= best).at(-1) : undefined;
  const from = Math.max(anchor?.location ?? start, best - 8);
  const cut = words.length > from + PASSAGE;
  return { words: words.slice(from, from + PASSAGE), from, inside: from > start, marked: new Set(places), anchor, cut };
}

function passage({ words, from, inside, marked, cut }) {
  const parts = words.flatMap((word, at) => {
    const text = shown(word);
    return [marked.has(from + at) ? element("mark", text) : text, " "];
  });
  return element("p", inside ? "… " : "", ...parts, cut ? "…" : "");
}

function result(data, withKind) {
  const place = passageOf(data);
  const address = data.meta.adres;
  const link = element("a", data.meta.kop);
  const anchor = !address.includes("#") && place.anchor ? `#${place.anchor.id}` : "";
  link.dataset.place = address;
  link.href = form.dataset.root + address.slice(1) + anchor;
  const item = element("li", link);
  if (withKind) item.append(" ", element("span", data.filters.soort[0]));
  item.append(passage(place));
  return item;
}

const group = (title, items) => element("section", element("h2", title), element("ol", ...items));

// The best first, where something was asked; then the others by kind, the kind with the best of them first,
// and what all others rest on last.
function groups(all) {
  const best = field.value.trim() ? FIRST : 0;
  const kinds = new Map();
  for (const data of all.slice(best)) {
    const kind = data.filters.soort[0];
    kinds.set(kind, [...(kinds.get(kind) ?? []), result(data, false)]);
  }
  const first = all.slice(0, best).map((data) => result(data, true));
  return [...(first.length ? [group("Past het best", first)] : []), ...[...kinds].sort(([a], [b]) => (a === LAST) - (b === LAST)).map(([kind, some]) => group(kind, some))];
}

function more(results, from, known) {
  if (results.length <= from) return [];
  const button = element("button", `Toon de volgende ${Math.min(AT_A_TIME, results.length - from)}`);
  button.type = "button";
  button.addEventListener("click", async () => {
    const next = await Promise.all(results.slice(from, from + AT_A_TIME).map((one) => one.data()));
    show(results, [...known, ...next]);
    found.querySelector(`[data-place="${CSS.escape(next[0].meta.adres)}"]`).focus();
  });
  return [element("p", button)];
}

function show(results, known) {
  found.replaceChildren(...groups(known), ...more(results, known.length, known));
}

function chosen() {
  const pairs = choices.filter(({ value }) => value).map(({ name, value }) => [name, value]);
  return Object.fromEntries(pairs);
}

// Of places with the very words none is before another: their order is that of the same words without marks.
async function inOrder(pagefind, results, question, filters) {
  const { results: loose } = await pagefind.search(question.replaceAll('"', ""), { filters });
  const order = new Map(loose.map(({ id }, at) => [id, at]));
  return [...results].sort((a, b) => (order.get(a.id) ?? loose.length) - (order.get(b.id) ?? loose.length));
}

// Pages with all the words; where none has them all, those with most of them.
async function lookFor(question, filters) {
  const pagefind = await (looker ??= looking());
  const { results } = await pagefind.search(question, { filters });
  if (question?.startsWith('"')) return { results: await inOrder(pagefind, results, question, filters), all: true };
  const words = question?.split(" ") ?? [];
  if (results.length || words.length < 2) return { results, all: true };
  const each = await Promise.all(words.map((word) => pagefind.search(word, { filters })));
  const scores = new Map();
  for (const one of each.flatMap((some) => some.results)) {
    const before = scores.get(one.id);
    scores.set(one.id, { ...one, count: (before?.count ?? 0) + 1, score: (before?.score ?? 0) + one.score });
  }
  return { results: [...scores.values()].sort((a, b) => b.count - a.count || b.score - a.score), all: false };
}

// For a word that is nowhere Pagefind gives what begins as it does: with fewer letters alike than this it is no answer.
// A number is the same with and without its point: 88.000 and 88000.
function answers(data, question) {
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/(?<=\d)[.^](?=\d{3})/g, "");
  const plain = (text) => bare(text).toLowerCase();
  const words = data.content.split(/[\r\n\s]+/);
  const there = plain([...data.locations.map((place) => words[place] ?? ""), ...Object.values(data.meta)].join(" "));
  return plain(question).split(" ").some((word) => there.includes(word.replaceAll('"', "").slice(0, ALIKE)));
}

function counted(results, all) {
  const number = results.length === 1 ? "1 plaats gevonden" : `${results.length} plaatsen gevonden`;
  const what = field.value.trim() ? ` voor ‘${field.value.trim()}’` : "";
  return all ? `${number}${what}.` : `Nergens staan al deze woorden bij elkaar. ${number} met een deel ervan.`;
}

async function search() {
  const turn = ++asked;
  const question = normal(field.value);
  const filters = chosen();
  const any = Object.keys(filters).length > 0;
  if (any) form.querySelector("details").open = true;
  if (!question && !any) {
    outcome.textContent = field.value.trim() ? "Typ een woord, een naam of een nummer." : "";
    found.replaceChildren();
    return;
  }
  const { results, all } = await lookFor(question || null, filters);
  const known = await Promise.all(results.slice(0, AT_A_TIME).map((one) => one.data()));
  if (turn !== asked) return;
  if (known.some((data) => !question || answers(data, question))) {
    outcome.textContent = counted(results, all);
    show(results, known);
  } else {
    const fewer = any ? "Kies minder, of zoek" : "Zoek";
    const what = field.value.trim() ? ` voor ‘${field.value.trim()}’` : "";
    outcome.textContent = `Niets gevonden${what}. ${fewer} met een ander of korter woord. ${OTHERWISE}`;
    found.replaceChildren();
  }
}

function failed() {
  outcome.textContent = `Zoeken lukt hier niet: er is geen zoekindex, of die is niet op te halen. ${OTHERWISE}`;
}

const ask = () => search().catch(failed);

function read() {
  const given = new URLSearchParams(location.search);
  field.value = given.get("q") ?? "";
  for (const choice of choices) {
    choice.value = given.get(choice.name) ?? "";
    if (choice.selectedIndex < 0) choice.value = "";
  }
  ask();
}

function write() {
  const given = [...new FormData(form)].filter(([, value]) => value);
  const address = given.length ? `?${new URLSearchParams(given)}` : location.pathname;
  if (address !== (location.search || location.pathname)) history.pushState(null, "", address);
  ask();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  write();
});
for (const choice of choices) choice.addEventListener("change", write);
addEventListener("popstate", read);
document.getElementById("zonder-script").remove();
form.addEventListener("focusin", () => (looker ??= looking()).catch(failed), { once: true });
read();
