// Repeats the day that a reader chose, on the page that holds on it. Without this script the page tells its days itself.
const told = document.getElementById("gekozen");
const day = new URLSearchParams(location.search).get("dag") ?? "";
if (told.dataset.first <= day && day <= told.dataset.last && /^\d{4}-\d\d-\d\d$/.test(day)) {
  const when = new Date(`${day}T00:00Z`).toLocaleDateString("nl", { dateStyle: "long", timeZone: "UTC" });
  told.textContent = `U koos ${when}. `;
}
