// Tells who asked for it which publications came since the last visit. All stays on the device.
{
  const part = document.getElementById("bezoek");
  const told = part.querySelector("[role=status]");
  const list = part.querySelector("ul");
  const [keep, forget] = part.querySelectorAll("button");
  const { newest, home } = part.dataset;
  const key = `bezoek ${new URL(home, location).pathname}`;
  const rows = [...document.querySelectorAll("[data-publication]")];

  const show = (words, on) => {
    told.textContent = words;
    keep.hidden = on;
    forget.hidden = !on;
    part.hidden = false;
  };

  // The tab keeps what was seen before this visit.
  const since = (seen) => {
    const before = Number(sessionStorage.getItem(key) ?? seen);
    sessionStorage.setItem(key, before);
    localStorage.setItem(key, newest);
    const fresh = rows.filter(({ dataset }) => dataset.publication > before);
    for (const row of fresh) {
      const item = list.appendChild(document.createElement("li"));
      item.append(row.querySelector("a").cloneNode(true));
    }
    if (!fresh.length) return "Sinds uw laatste bezoek kwam er geen publicatie bij.";
    return `Sinds uw laatste bezoek ${fresh.length === 1 ? "kwam deze publicatie" : "kwamen deze publicaties"} erbij:`;
  };

  part.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const store of [localStorage, sessionStorage]) store.setItem(key, newest);
    show("Dit staat aan. Voortaan ziet u bij Publicaties wat erbij kwam.", true);
    forget.focus();
  });
  forget.addEventListener("click", () => {
    for (const store of [localStorage, sessionStorage]) store.removeItem(key);
    list.replaceChildren();
    show("Dit staat uit. Uw apparaat onthoudt niets meer.", false);
    keep.focus();
  });
  try {
    const seen = localStorage.getItem(key);
    if (seen === null) show("", false);
    else show(rows.length ? since(seen) : "Dit staat aan.", true);
  } catch {
    part.remove();
  }
}
