// Copies a citation, and says so in the button.
for (const button of document.querySelectorAll("[data-copies]")) {
  const name = button.textContent;
  button.onclick = async () => {
    const text = document.getElementById(button.dataset.copies).innerText;
    const copied = navigator.clipboard?.writeText(text).then(() => "Gekopieerd", () => "");
    button.textContent = (await copied) || "Lukt niet";
    setTimeout(() => (button.textContent = name), 4000);
  };
}
