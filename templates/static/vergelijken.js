// Shows what differs between two publications: the outcome of all steps between them, by subject.
// Without this script a list leads to what changed from each publication to the last one.
{
  const MANY = 20;
  const form = document.getElementById("vergelijk");
  const outcome = form.querySelector("[role=status]");
  const { lines, differences, root } = form.dataset;
  const words = new Map(
    [...document.querySelectorAll("[data-class]")].map((row) => [row.dataset.class, row.querySelector("dt").textContent]),
  );

  const made = (tag, properties, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };

  const at = (record, number) => record.line.filter(([publication]) => publication <= number).pop();

  // How a record differs; its class is empty where both publications have the same of it.
  const compared = (record, from, to) => {
    const [was, is] = [at(record, from), at(record, to)];
    const [before, after] = [was?.[1] ?? null, is?.[1] ?? null];
    const pair = `${before}-${after}`;
    let kind = null;
    if (before === null && after !== null) kind = was ? "teruggeplaatst" : "nieuw";
    else if (before !== null && after === null) kind = "ingetrokken";
    else if (before !== after && !record.same?.includes(pair)) {
      kind = record.net?.[pair] ?? (after === before + 1 ? is[2] : "veranderd");
    }
    return { record, before, after, pair, kind };
  };

  const linkTo = ({ record, before, after }, text) =>
    made("a", { href: `${root}${record.versions.slice(1)}#versie-${after ?? before}` }, text);

  const detailsOf = (found) => {
    const list = made("ul", {});
    const details = made("details", { className: "small" }, made("summary", {}, "Wat er anders is"), list);
    details.addEventListener("toggle", async () => {
      if (list.children.length) return;
      try {
        const { pairs } = await (await fetch(`${differences}${found.record.id}.json`)).json();
        const told = pairs[found.pair] ?? ["Deze twee versies staan niet naast elkaar. Lees ze via de link hierboven."];
        list.replaceChildren(...told.map((line) => made("li", {}, line)));
      } catch {
        list.replaceChildren(made("li", {}, "De verschillen zijn nu niet te bereiken."));
      }
    });
    return details;
  };

  const rowOf = (found) => {
    const { before, after, kind, record } = found;
    const mark = made("span", { className: "mark mark-status" }, words.get(kind) ?? kind);
    const row = made("li", {}, made("p", {}, linkTo(found, record.name), " ", mark));
    if (before === null || after === null) return row;
    row.append(made("p", { className: "small" }, `Versie ${before} naast versie ${after}.`), detailsOf(found));
    return row;
  };

  const sectionOf = (title, inside, many) => {
    const fresh = many ? inside.filter(({ kind }) => kind === "nieuw") : [];
    const section = made("section", {}, made("h2", {}, title));
    const rows = inside.filter((found) => !fresh.includes(found));
    if (rows.length) section.append(made("ul", { className: "records" }, ...rows.map(rowOf)));
    if (fresh.length) {
      const list = made("ul", { className: "links" }, ...fresh.map((found) => made("li", {}, linkTo(found, found.record.name))));
      section.append(made("details", {}, made("summary", {}, `Nieuw: ${fresh.length}`), list));
    }
    return section;
  };

  const show = async (from, to) => {
    const { records } = await (await fetch(lines)).json();
    const found = records.map((record) => compared(record, from, to)).filter(({ kind }) => kind);
    const counted = [...words].map(([kind, word]) => [found.filter((one) => one.kind === kind).length, word]);
    const told = counted.filter(([count]) => count).map(([count, word]) => `${count} ${word}`);
    const rest = found.filter(({ kind }) => !words.has(kind)).length;
    if (rest) told.push(`${rest} veranderd`);
    outcome.textContent = `Tussen publicatie ${from} en ${to}: ${told.join(", ") || "niets veranderd"}.`;
    const many = found.filter(({ kind }) => kind === "nieuw").length > MANY;
    const sections = [...document.querySelectorAll("[data-kind]")].flatMap((kind) => {
      const inside = found.filter(({ record }) => record.type === kind.dataset.kind);
      return inside.length ? [sectionOf(kind.textContent, inside, many)] : [];
    });
    document.getElementById("uitkomst").replaceChildren(...sections);
  };

  form.hidden = false;
  const asked = new URLSearchParams(location.search);
  const names = ["van", "tot"];
  const known = names.map((name) => {
    const choice = form.elements[name];
    const there = [...choice.options].some(({ value }) => value === asked.get(name));
    if (there) choice.value = asked.get(name);
    return there;
  });
  if (names.every((name) => asked.has(name))) {
    const [from, to] = names.map((name) => Number(asked.get(name))).sort((one, other) => one - other);
    if (known.includes(false)) outcome.textContent = "Een publicatie uit dit adres is er niet. Kies er hierboven twee.";
    else if (from === to) outcome.textContent = "U koos twee keer dezelfde publicatie.";
    else show(from, to).catch(() => (outcome.textContent = "De gegevens zijn nu niet te bereiken. Gebruik de lijst hieronder."));
  }
}
