// Unfolds the link to the site's publications into all of them, from the list that Material's selector reads too.
"use strict";

const editions = document.getElementById("hb-editions");

function item({ version, title }) {
  const link = document.createElement("a");
  link.href = `${editions.dataset.site}${version}/`;
  link.textContent = title;
  const made = document.createElement("li");
  made.append(link);
  return made;
}

async function unfold() {
  const answer = await fetch(editions.dataset.versions);
  const known = answer.ok ? await answer.json() : [];
  if (known.length === 0) return;
  const list = document.createElement("ul");
  list.append(...known.map(item));
  const summary = document.createElement("summary");
  summary.textContent = "Publicaties";
  const details = document.createElement("details");
  details.append(summary, list);
  const all = document.createElement("nav");
  all.id = editions.id;
  all.className = editions.className;
  all.setAttribute("aria-label", "Publicaties");
  all.append(details);
  editions.replaceWith(all);
}

// Without an answer the link stays, which leads to the same publications.
unfold().catch(() => {});
