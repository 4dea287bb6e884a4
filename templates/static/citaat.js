// Looks a quotation up in every version of every record, in the reader's own browser.
"use strict";

const FEWEST_WORDS = 3;
const MOST_SHOWN = 20;

const form = document.getElementById("zoek-citaat");
const answer = document.getElementById("antwoord");
const root = form.dataset.root;

// As `plain` in lrt_site/export/quotations.py, which made the words of the index.
function plain(text) {
  return text
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/\[(\^[^[\]\s]+|[0-9]{1,3})\]/g, "")
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}*_~`]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

// What was left out splits a quotation in parts.
const partsOf = (quotation) => quotation.split(/[[(]?\s*(?:…|\.\.\.+)\s*[\])]?/).map(plain).filter(Boolean);

// A copied text can hold the numbers of sources, and words broken at the end of a line.
const tidied = (quotation) =>
  quotation
    .replace(/([\p{L}.,;:!?)’”"'])[0-9]{1,2}(?=\s|$)/gu, "$1")
    .replace(/(\p{L})-\s*\n\s*(\p{Ll})/gu, "$1$2");

function holds(text, parts) {
  let from = 0;
  return parts.every((part) => {
    const at = ` ${text} `.indexOf(` ${part} `, from);
    from = at + part.length + 1;
    return at >= 0;
  });
}

async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return response.json();
}

// A record that was too long for one file goes on in the next, and so do its texts.
function joined(pieces) {
  const records = new Map();
  for (const piece of pieces) {
    const record = records.get(piece.id) ?? { ...piece, versions: [] };
    for (const version of piece.versions) {
      const last = record.versions.at(-1);
      if (last?.number === version.number) last.text += version.text;
      else record.versions.push({ ...version, text: version.text ?? last.text });
    }
    records.set(piece.id, record);
  }
  return [...records.values()];
}

async function loaded() {
  const index = await read(form.dataset.index);
  const files = await Promise.all(index.files.map((file) => read(root + file.slice(1))));
  const publications = new Map(index.publications.map((one) => [one.number, one]));
  return { publications, last: index.publications.at(-1), records: joined(files.flatMap((file) => file.records)) };
}

let loading = null;

// What was fetched stays for the next question; what failed is tried again.
function index() {
  loading ??= loaded().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

function link(text, address) {
  const element = document.createElement("a");
  element.href = root + address.slice(1);
  element.textContent = text;
  return element;
}

function numbered(version) {
  const made = link(String(version.number), version.address);
  made.setAttribute("aria-label", `versie ${version.number}`);
  return made;
}

function element(name, ...parts) {
  const made = document.createElement(name);
  made.append(...parts);
  return made;
}

function enumerated(nodes) {
  return nodes.flatMap((node, at) => (at === 0 ? [node] : [at === nodes.length - 1 ? " en " : ", ", node]));
}

function dated(publication) {
  const day = new Date(publication.date).toLocaleDateString("nl-NL", { dateStyle: "long", timeZone: "UTC" });
  return `publicatie ${publication.number} (${day})`;
}

// Where the words stood, and whether they still stand there, as one sentence or two.
function sentence(record, found, publications) {
  const numbers = enumerated(found.map(numbered));
  const title = link(record.title, record.address);
  const newest = record.versions.at(-1);
  const last = found.at(-1);
  if (last === newest && !record.ended) {
    const first = record.versions.indexOf(found[0]) > 0 ? since(found[0], publications) : [];
    return element("li", "Deze woorden staan nu in ", title, ", in versie ", ...numbers, ".", ...first);
  }
  const next = record.versions[record.versions.indexOf(last) + 1];
  const gone = next
    ? [", ", link(`niet meer in versie ${next.number}`, next.differences), ` (sinds publicatie ${next.publication}, ${next.class})`]
    : [];
  const ended = record.ended ? ` Dit record is ingetrokken met ${dated(publications.get(record.ended))}.` : "";
  return element("li", "Deze woorden stonden in versie ", ...numbers, " van ", title, ...gone, `.${ended}`);
}

function since(version, publications) {
  const when = dated(publications.get(version.publication));
  return [" Zij ", link(`kwamen erbij in versie ${version.number}`, version.differences), `: ${when}, ${version.class}.`];
}

function lookedUp(parts, records) {
  return records
    .map((record) => [record, record.versions.filter((version) => holds(version.text, parts))])
    .filter(([, found]) => found.length > 0);
}

function shown(hits, { publications, last }) {
  if (hits.length === 0) {
    const tip = "Plak een korter stuk, met hele woorden. Laat weg wat u zelf hebt toegevoegd.";
    return [element("p", `Wij vinden deze woorden in geen enkele versie, tot en met ${dated(last)}. ${tip}`)];
  }
  const number = hits.length === 1 ? "Gevonden in 1 record." : `Gevonden in ${hits.length} records.`;
  const more = hits.length > MOST_SHOWN ? ` Dit zijn de eerste ${MOST_SHOWN}. Plak een langer stuk om er minder te zien.` : "";
  const items = hits.slice(0, MOST_SHOWN).map(([record, found]) => sentence(record, found, publications));
  return [element("p", number + more), element("ul", ...items)];
}

async function lookUp(quotation) {
  const attempts = [partsOf(quotation), partsOf(tidied(quotation))];
  if (attempts[0].join(" ").split(" ").filter(Boolean).length < FEWEST_WORDS) {
    return [element("p", "Plak ten minste drie woorden.")];
  }
  const known = await index();
  const found = attempts.map((parts) => lookedUp(parts, known.records)).find((hits) => hits.length > 0);
  return shown(found ?? [], known);
}

let asked = "";

async function reply(quotation) {
  asked = quotation;
  answer.replaceChildren(element("p", "Bezig met opzoeken."));
  let reply;
  try {
    reply = await lookUp(quotation);
  } catch {
    reply = [element("p", "Opzoeken lukt nu niet: de woorden zijn niet op te halen. Kijk of u verbinding hebt en probeer het opnieuw.")];
  }
  // Only the last question is answered.
  if (asked === quotation) answer.replaceChildren(...reply);
}

function fromAddress() {
  const quotation = new URLSearchParams(location.search).get("tekst") ?? "";
  form.elements.tekst.value = quotation;
  if (quotation.trim()) reply(quotation);
  else answer.replaceChildren();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const quotation = form.elements.tekst.value;
  history.pushState(null, "", `?${new URLSearchParams({ tekst: quotation })}`);
  reply(quotation);
});
addEventListener("popstate", fromAddress);
form.hidden = false;
fromAddress();
