// Leads from a chosen day to the newest page that is not after it. Without this script the list of pages stays.
const form = document.getElementById("kies-een-dag");
form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const pages = [...document.querySelectorAll("a[data-since]")].sort((a, b) => (a.dataset.since < b.dataset.since ? -1 : 1));
  const fits = pages.filter((page) => page.dataset.since <= form.elements.dag.value);
  location.assign((fits.pop() ?? pages[0]).href);
});
