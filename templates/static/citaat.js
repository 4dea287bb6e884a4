// Looks a quotation up in every edition of every page, in the reader's own browser.
"use strict";

const FEWEST_SIGNS = 3;
const MOST_SHOWN = 20;
const FAILED = "Opzoeken lukt nu niet: de woorden zijn niet op te halen. Kijk of u verbinding hebt en probeer het opnieuw.";
const FEWEST_SHARED = 3; // A shorter part than this says little of where the words come from.

const form = document.getElementById("zoek-citaat");
const answer = document.getElementById("antwoord");
const root = form.dataset.root;
const finder = finderIn(indexAt(form.dataset.index, root));

// As `plain` in lrt_site/export/quotable.py, which made the words of the index.
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
    .replace(/(\p{L}[.,;:!?)’”"']+)[0-9]{1,2}(?=\s|$)/gu, "$1")
    .replace(/(\p{L})-\s*\n\s*(\p{Ll})/gu, "$1$2");

function element(name, ...parts) {
  const made = document.createElement(name);
  made.append(...parts);
  return made;
}

function link(text, address) {
  const made = element("a", text);
  made.href = root + address.slice(1);
  return made;
}

function enumerated(lists) {
  return lists.flatMap((list, at) => (at === 0 ? list : [at === lists.length - 1 ? " en " : ", ", ...list]));
}

// Tells where words stand and stood, in sentences.
function teller(publications) {
  const named = (number) => {
    const day = new Date(publications[number - 1].date);
    return `publicatie ${number} (${day.toLocaleDateString("nl-NL", { dateStyle: "long", timeZone: "UTC" })})`;
  };

  // From which publication up to which a page said the words: editions that follow each other are one span. The page
  // of now says what its newest edition says; that has the address to cite.
  function spansOf(editions) {
    const spans = [];
    for (const edition of [...editions].sort((one, other) => one.from - other.from || Boolean(other.address) - Boolean(one.address))) {
      const before = spans.at(-1);
      if (before && (before.to === undefined || edition.from <= before.to + 1)) {
        before.to = before.to === undefined ? undefined : edition.to;
      } else spans.push({ ...edition });
    }
    return spans;
  }

  function during(span, page) {
    const first = link(named(span.from), span.address ?? page.address);
    return span.to === span.from ? ["met ", first] : ["van ", first, ` tot en met ${named(span.to)}`];
  }

  function past(spans, page) {
    const next = spans.at(-1).to + 1;
    const gone = next <= publications.length ? ` Zij staan er niet meer sinds ${named(next)}.` : "";
    const when = enumerated(spans.map((span) => during(span, page)));
    return ["Deze woorden stonden op ", link(page.title, page.address), " ", ...when, `.${gone}`];
  }

  function present(spans, page) {
    const now = ["Deze woorden staan nu op ", link(page.title, page.address), "."];
    const last = spans.at(-1);
    if (!last || last.to !== undefined) return now;
    now.push(" Zij staan er sinds ", link(named(last.from), last.address ?? page.address), ".");
    const earlier = enumerated(spans.slice(0, -1).map((span) => during(span, page)));
    return earlier.length > 0 ? [...now, " Eerder stonden zij er ", ...earlier, "."] : now;
  }

  function passing(editions, page) {
    const note = " Zij volgen uit de dag, of gaan over de pagina zelf. Daarom horen zij niet bij een citaat.";
    const title = link(page.title, page.address);
    if (editions.some((edition) => !edition.address)) return ["Deze woorden staan nu op ", title, `.${note}`];
    const known = enumerated(editions.map((edition) => [link(named(edition.from), edition.address)]).reverse());
    return ["Deze woorden staan op ", title, " zoals bekend met ", ...known, `.${note}`];
  }

  function sentence({ page, own, passing: other }) {
    if (own.length === 0) return element("li", ...passing(other, page));
    const spans = spansOf(own.filter((edition) => edition.from));
    return element("li", ...(isNow({ own }) ? present(spans, page) : past(spans, page)));
  }

  return { named, sentence };
}

const isNow = ({ own }) => own.some((edition) => edition.to === undefined);

const inOrder = (hits) => [...hits].sort((one, other) => isNow(other) - isNow(one));

function counted(found, read) {
  const least = found.total === null && found.left() ? "ten minste " : "";
  const number = found.total ?? read;
  return number === 1 ? "1 pagina" : `${least}${number} pagina’s`;
}

// The pages that were found, the first of them at once; nothing if there are none.
async function shown(found, tell) {
  const [told, list, more] = [element("p"), element("ul"), element("button", "Toon meer pagina’s")];
  const waiting = [];
  async function next() {
    while (waiting.length < MOST_SHOWN && found.left()) waiting.push(...inOrder(await found.next()));
    const read = list.children.length + waiting.length;
    const items = waiting.splice(0, MOST_SHOWN).map(tell.sentence);
    list.append(...items);
    more.hidden = waiting.length === 0 && !found.left();
    told.textContent = `Gevonden op ${counted(found, read)}.`;
    if (!more.hidden) told.textContent += ` U ziet er ${list.children.length}. Plak een langer stuk om er minder te vinden.`;
    return items;
  }
  more.type = "button";
  more.addEventListener("click", () =>
    next().then(([first]) => first?.querySelector("a").focus(), () => (told.textContent = FAILED)),
  );
  return (await next()).length > 0 ? [told, list, more] : null;
}

// The question as it was asked, with marks around the words that do not stand where most of them do.
function marked(quotation, words, line) {
  const found = sharedWords(words, line);
  const chunks = quotation.trim().split(/(\s+)/);
  const counts = chunks.map((chunk) => plain(chunk).split(" ").filter(Boolean));
  if (counts.flat().join(" ") !== words.join(" ")) {
    return words.flatMap((word, at) => [found[at] ? word : element("mark", word), " "]);
  }
  let at = 0;
  return chunks.map((chunk, place) => {
    const own = found.slice(at, (at += counts[place].length));
    return own.every(Boolean) ? chunk : element("mark", chunk);
  });
}

async function missing(quotation, tell, publications) {
  const last = publications.length;
  const span = last === 1 ? `met ${tell.named(1)}` : `van ${tell.named(1)} tot en met ${tell.named(last)}`;
  const why = element("a", "Hoe dat kan");
  why.href = "#niet-gevonden";
  const told = [element("p", `Wij vinden deze woorden niet in wat deze site laat zien, ${span}. `, why, " leest u hieronder.")];
  const words = partsOf(quotation).join(" ").split(" ");
  const { first, count, line } = await finder.nearest(words);
  if (count < Math.min(FEWEST_SHARED, words.length)) return told;
  const part = words.slice(first, first + count).join(" ");
  const found = await finder.lookUp([part]);
  const hits = inOrder(await found.next());
  if (hits.length === 0) return told;
  return [
    ...told,
    element("p", `Het langste stuk dat wij wel vinden: ‘${part}’. Het staat op ${counted(found, hits.length)}, zoals:`),
    element("ul", tell.sentence(hits[0])),
    element("p", "Dit is wat u zocht. Wat op die plaats anders is, is gemarkeerd:"),
    element("blockquote", element("p", ...marked(quotation, words, line))),
  ];
}

async function lookUp(quotation) {
  const attempts = [partsOf(quotation), partsOf(tidied(quotation))];
  if (attempts[0].join(" ").length < FEWEST_SIGNS) {
    return [element("p", "Plak ten minste één woord van drie letters of cijfers.")];
  }
  const { publications } = await finder.opened();
  const tell = teller(publications);
  for (const parts of attempts) {
    const found = await shown(await finder.lookUp(parts), tell);
    if (found) return found;
  }
  return missing(quotation, tell, publications);
}

let asked = "";

async function reply(quotation) {
  asked = quotation;
  answer.replaceChildren(element("p", "Bezig met opzoeken."));
  let reply;
  try {
    reply = await lookUp(quotation);
  } catch {
    reply = [element("p", FAILED)];
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
