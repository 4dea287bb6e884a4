// Leads from a chosen day to the page that holds on it, as this site knew it then. Without it lists stay.
const form = document.getElementById("kies-een-dag");
const { home, section } = form.dataset;
const { dag, bekend, uitkomst } = form.elements;

const newest = (found) => found.filter(([since]) => since <= dag.value).sort().pop()?.[1];
const inWords = (day) => new Date(`${day}T00:00Z`).toLocaleDateString("nl", { dateStyle: "long", timeZone: "UTC" });

async function then() {
  const { publications, pages } = await (await fetch(`${home}data/v1/klokken.json`)).json();
  const number = publications.filter(({ date }) => date <= bekend.value).pop()?.number;
  if (!number) throw `Op die dag was nog niets gepubliceerd. De eerste publicatie was op ${inWords(publications[0].date)}.`;
  // Where a page stood at that publication; with the last one that is its living address.
  const place = (address) => {
    const stood = pages[address]?.filter(([from]) => from <= number).pop()?.[1];
    return stood && home + (number === publications.at(-1).number ? address : stood).slice(1);
  };
  const days = Object.keys(pages).filter((address) => address.startsWith(section) && /\/[\d-]{10}\/$/.test(address));
  const found = days.map((address) => [address.slice(-11, -1), place(address)]);
  const page = newest(found.filter(([, href]) => href)) ?? place(section);
  if (!page) throw "Bij die publicatie was deze pagina er nog niet.";
  return page;
}

form.hidden = false;
form.onsubmit = async (event) => {
  event.preventDefault();
  const here = [...document.querySelectorAll("[data-since]")].map((link) => [link.dataset.since, link.href]);
  try {
    const same = !bekend || bekend.value === bekend.defaultValue;
    location.assign(same ? `${newest(here) ?? here[0][1]}?dag=${dag.value}` : await then());
  } catch (told) {
    const unread = "De lijst van publicaties is nu niet te bereiken. Gebruik de lijst hieronder.";
    uitkomst.value = told.message ? unread : told;
  }
};
