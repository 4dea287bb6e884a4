// Finds pages that hold all the words asked for, whatever their accents and capitals.
"use strict";

const status = document.getElementById("hb-found");
const results = document.getElementById("hb-results");
const question = (new URLSearchParams(location.search).get("q") ?? "").trim();

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
// The index has elements without attributes, and these three signs written otherwise.
const readable = (html) =>
  html.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&").trim();
const count = (text, word) => text.split(word).length - 1;

function excerpt(text, word) {
  const words = text.split(/\s+/);
  const start = Math.max(0, words.findIndex((one) => plain(one).includes(word)) - 10);
  const end = start + 30;
  return (start > 0 ? "… " : "") + words.slice(start, end).join(" ") + (end < words.length ? " …" : "");
}

// The index holds every page, then its parts; a part is named after its page too.
function found(sections, words) {
  let page = "";
  const scored = sections.map(({ location, ...section }) => {
    const title = readable(section.title);
    const text = readable(section.text);
    const scores = words.map((word) => 10 * count(plain(title), word) + count(plain(text), word));
    page = location.includes("#") ? page : title;
    const name = page === title ? title : `${page}: ${title}`;
    return { location, name, text, score: scores.includes(0) ? 0 : scores.reduce((a, b) => a + b, 0) };
  });
  return scored.filter((section) => section.score > 0).sort((a, b) => b.score - a.score).slice(0, 50);
}

function shown(section, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = status.dataset.root + section.location;
  link.textContent = section.name;
  const text = document.createElement("p");
  text.textContent = excerpt(section.text, words[0]);
  item.append(link, text);
  return item;
}

async function search() {
  document.getElementById("hb-query").value = question;
  const words = plain(question).split(/\s+/);
  status.textContent = "Bezig met zoeken.";
  const answer = await fetch(status.dataset.index);
  if (!answer.ok) throw new Error(answer.statusText);
  const hits = found((await answer.json()).docs, words);
  results.replaceChildren(...hits.map((hit) => shown(hit, words)));
  const number = hits.length === 1 ? "1 plaats gevonden" : `${hits.length} plaatsen gevonden`;
  status.textContent = `${number} voor ‘${question}’.`;
}

if (question) {
  search().catch(() => {
    status.textContent = "Zoeken lukt nu niet. Hieronder vindt u alle hoofdstukken.";
  });
}
