// Filters and sorts all commitments; what is chosen stands in the address. What is unknown sorts last.
const form = document.getElementById("kies-toezeggingen");
const table = document.getElementById("toezeggingen");
const rows = [...table.tBodies[0].rows];
const headers = [...table.tHead.rows[0].cells];
const choices = [...form.querySelectorAll("select")];
const { volgorde, gevonden } = form.elements;

const show = () => {
  const asked = new URLSearchParams(location.search);
  for (const choice of [...choices, volgorde]) {
    choice.value = asked.get(choice.name) ?? "";
    if (choice.selectedIndex < 0) choice.value = "";
  }
  const [, down, column] = volgorde.value.match(/(-?)(.*)/);
  for (const header of headers) header.ariaSort = null;
  const sorted = headers.find(({ dataset }) => dataset.column === column);
  if (sorted) sorted.ariaSort = down ? "descending" : "ascending";
  const key = ({ cells }) => cells[sorted.cellIndex].dataset.key;
  const order = (a, b) => !key(a) - !key(b) || key(a).localeCompare(key(b), "nl", { numeric: true }) * (down ? -1 : 1);
  table.tBodies[0].append(...(sorted ? [...rows].sort(order) : rows));
  for (const row of rows)
    row.hidden = choices.some(({ name, value }) => value && !row.dataset[name].split(" ").includes(value));
  gevonden.value = `${rows.filter((row) => !row.hidden).length} van ${rows.length} in de tabel.`;
};

const write = (event) => {
  event?.preventDefault();
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.pushState(null, "", `${location.pathname}?${asked}`.replace(/\?$/, ""));
  show();
};

for (const header of headers) {
  const button = document.createElement("button");
  const { column } = header.dataset;
  button.append(...header.childNodes);
  button.onclick = () => {
    volgorde.value = (volgorde.value === column ? "-" : "") + column;
    write();
  };
  header.append(button);
}
form.onchange = form.onsubmit = write;
form.onreset = () => setTimeout(write);
onpopstate = show;
form.hidden = false;
show();
