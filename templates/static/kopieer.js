// Copies a citation, and says so in the button.
for (const button of document.querySelectorAll("[data-copies]")) {
  const name = button.textContent;
  button.onclick = async () => {
    const text = document.getElementById(button.dataset.copies).innerText;
    const copied = await navigator.clipboard?.writeText(text).then(() => "Gekopieerd", () => "");
    button.textContent = copied || "Kopiëren lukt niet: selecteer de tekst";
    setTimeout(() => (button.textContent = name), 4000);
  };
}
