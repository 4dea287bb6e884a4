// Filters and sorts the table of all commitments. What is chosen stands in the address, so that it can be linked.
// Without this script the whole table stays, with lists by status and by office on pages of their own.
// It keeps its names to itself: the date picker stands on the same page.
{
  const form = document.getElementById("kies-toezeggingen");
  const table = document.getElementById("toezeggingen");
  const outcome = form.querySelector("[role=status]");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const headers = [...table.tHead.rows[0].cells];
  const choices = [...form.querySelectorAll("select")];
  const order = new Intl.Collator("nl", { numeric: true });

  let sorted = "";

  const keyOf = (row, index) => row.cells[index].dataset.key ?? row.cells[index].textContent.trim();

  // What is unknown comes last, whichever way the rest is sorted; what is equal stays in the order of the page.
  const compare = (index, direction) => (one, other) => {
    const [a, b] = [keyOf(one, index), keyOf(other, index)];
    return !a - !b || direction * order.compare(a, b) || rows.indexOf(one) - rows.indexOf(other);
  };

  const fits = (row) => choices.every(({ name, value }) => !value || row.dataset[name].split(" ").includes(value));

  const say = (shown) => {
    const total = rows.length === 1 ? "1 toezegging" : `${rows.length} toezeggingen`;
    const header = headers.find((one) => one.dataset.column === sorted.replace("-", ""));
    const words = shown === rows.length ? `Alle ${total} staan in de tabel.` : `${shown} van ${total} in de tabel.`;
    const way = sorted.startsWith("-") ? "aflopend" : "oplopend";
    outcome.textContent = header ? `${words} Gesorteerd op ${header.textContent.trim().toLowerCase()}, ${way}.` : words;
  };

  const show = () => {
    const index = headers.findIndex((one) => one.dataset.column === sorted.replace("-", ""));
    const direction = sorted.startsWith("-") ? -1 : 1;
    body.append(...(index < 0 ? rows : [...rows].sort(compare(index, direction))));
    headers.forEach((header, at) => {
      if (at === index) header.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      else header.removeAttribute("aria-sort");
    });
    rows.forEach((row) => (row.hidden = !fits(row)));
    say(rows.filter((row) => !row.hidden).length);
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    choices.forEach((choice) => {
      const wanted = asked.get(choice.name) ?? "";
      choice.value = [...choice.options].some((option) => option.value === wanted) ? wanted : "";
    });
    sorted = asked.get("volgorde") ?? "";
    if (!headers.some((header) => header.dataset.column === sorted.replace("-", ""))) sorted = "";
    show();
  };

  const write = () => {
    const asked = new URLSearchParams(location.search);
    [...choices.map(({ name, value }) => [name, value]), ["volgorde", sorted]].forEach(([name, value]) =>
      value ? asked.set(name, value) : asked.delete(name),
    );
    const query = asked.toString();
    history.pushState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
    show();
  };

  headers.forEach((header) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    button.addEventListener("click", () => {
      sorted = sorted === header.dataset.column ? `-${sorted}` : header.dataset.column;
      write();
    });
    header.append(button);
  });
  form.addEventListener("change", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", () => {
    choices.forEach((choice) => (choice.value = ""));
    write();
  });
  addEventListener("popstate", read);
  form.hidden = false;
  read();
}
