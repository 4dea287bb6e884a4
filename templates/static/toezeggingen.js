// Filters and sorts all commitments. What is unknown comes last.
const form = document.getElementById("kies-toezeggingen");
const [head, body] = document.getElementById("toezeggingen").querySelectorAll("thead tr, tbody");
const rows = [...body.rows];
const headers = [...head.cells];
const menus = [...form.querySelectorAll("select")];
const { volgorde, gevonden } = form.elements;

const show = () => {
  const asked = new URLSearchParams(location.search);
  for (const menu of [...menus, volgorde]) {
    menu.value = asked.get(menu.name) ?? "";
    if (menu.selectedIndex < 0) menu.value = "";
  }
  const [, down, column] = volgorde.value.match(/(-?)(.*)/);
  const sorted = headers.find(({ dataset }) => dataset.column === column);
  const way = down ? "descending" : "ascending";
  for (const header of headers) header.ariaSort = header === sorted ? way : null;
  const key = ({ cells }) => cells[sorted.cellIndex].dataset.key;
  const order = (a, b) => !key(a) - !key(b) || key(a).localeCompare(key(b), "nl", { numeric: true }) * (down ? -1 : 1);
  body.append(...(sorted ? [...rows].sort(order) : rows));
  for (const row of rows)
    row.hidden = menus.some(({ name, value }) => value && !row.dataset[name].split(" ").includes(value));
  gevonden.value = `${rows.filter((row) => !row.hidden).length} van ${rows.length} in de tabel.`;
};

const write = (event) => {
  event?.preventDefault();
  const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.pushState(null, "", `${asked}` ? `?${asked}` : location.pathname);
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
