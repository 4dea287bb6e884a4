// Leads from a chosen day to the page that holds on it, as this site knew it on another chosen day.
// Without this script the list of pages and the clock bar stay.
const form = document.getElementById("kies-een-dag");
const outcome = form.querySelector("[role=status]");

// The newest of these that is not after a day; places that are not there any more do not count.
const newest = (found, day) => found.filter((one) => one.since <= day).sort((a, b) => (a.since < b.since ? -1 : 1)).pop();

const here = () => [...document.querySelectorAll("a[data-since]")].map((link) => ({ since: link.dataset.since, href: link.href }));

// Where a page stood at a publication; with the last one that is its living address.
const placeOf = (address, stood, number, last) => {
  const place = stood.filter(([from]) => from <= number).pop()?.[1];
  return place && number === last ? address : place;
};

// The pages of days of this section that stood at a publication.
const at = (pages, number, last) =>
  Object.entries(pages).flatMap(([address, stood]) => {
    const since = address.slice(-11, -1);
    const place = placeOf(address, stood, number, last);
    const dated = address.startsWith(form.dataset.section) && /^\d{4}-\d{2}-\d{2}$/.test(since);
    return dated && place ? [{ since, href: form.dataset.home + place.slice(1) }] : [];
  });

const inWords = (day) => new Date(`${day}T00:00:00Z`).toLocaleDateString("nl-NL", { dateStyle: "long", timeZone: "UTC" });

async function chosen(day, known) {
  const { publications, pages } = await (await fetch(`${form.dataset.home}data/v1/klokken.json`)).json();
  const publication = publications.filter((one) => one.date <= known).pop();
  if (!publication) {
    outcome.textContent = `Op die dag was nog niets gepubliceerd. De eerste publicatie was op ${inWords(publications[0].date)}.`;
    return undefined;
  }
  const last = publications[publications.length - 1].number;
  const overview = placeOf(form.dataset.section, pages[form.dataset.section] ?? [], publication.number, last);
  const found =
    newest(at(pages, publication.number, last), day) ?? (overview && { href: form.dataset.home + overview.slice(1) });
  if (!found) outcome.textContent = "Bij die publicatie was deze pagina er nog niet.";
  return found;
}

form.hidden = false;
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const day = form.elements.dag.value;
  const known = form.elements.bekend;
  const same = !known || known.value === known.defaultValue;
  try {
    const page = same ? (newest(here(), day) ?? here()[0]) : await chosen(day, known.value);
    if (page) location.assign(page.href);
  } catch {
    outcome.textContent = "De lijst van publicaties is nu niet te bereiken. Gebruik de lijst hieronder.";
  }
});
