// Copies the citation, or the address of what is pointed at, and says so in the button itself.
"use strict";

for (const button of document.querySelectorAll("[data-copies]")) {
  const name = button.textContent;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copies).textContent.replace(/\s+/g, " ").trim();
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Gekopieerd";
    } catch {
      button.textContent = "Kopiëren lukt hier niet: selecteer de tekst";
    }
    setTimeout(() => (button.textContent = name), 4000);
  });
}
