// Filters and sorts all commitments. What is unknown comes last.
const form = document.forms["kies-toezeggingen"];
const { tHead: head, tBodies: [body] } = document.getElementById("toezeggingen");
const rows = [...body.rows];
const heads = [...head.rows[0].cells];
const menus = [...form.querySelectorAll("select")];
const { volgorde, gevonden } = form.elements;

const show = () => {
  const asked = new URLSearchParams(location.search);
  for (const menu of [...menus, volgorde]) {
    menu.value = asked.get(menu.name);
    if (menu.selectedIndex < 0) menu.value = "";
  }
  const [, down, column] = volgorde.value.match(/(-?)(.*)/);
  const sorted = heads.find(({ dataset }) => dataset.column === column);
  for (const header of heads) header.ariaSort = header === sorted ? `${down ? "de" : "a"}scending` : null;
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

for (const header of heads) {
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
