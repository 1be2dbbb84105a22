/* Copies what stands in a field. Without this script the field is selected and copied by hand. */
for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  const said = document.querySelector(`[data-copied="${button.dataset.copies}"]`);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");         /* on plain http there is no clipboard */
    }
    said.textContent = "";
    requestAnimationFrame(() => { said.textContent = said.dataset.words; });
  });
}
