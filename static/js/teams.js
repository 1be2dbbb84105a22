/* The board of a round: an assessor is dragged onto a case. It presses the button that stands there; without this the links and buttons do the same. */
let dragged = null; /* the row under the mouse */

const row = (target) => target.closest?.("[data-case]");
const give = (target) => row(target)?.querySelector("form.give");

/* Where the assessor can be put shows as soon as the dragging begins: the cases come anew, each with its ground or its button. */
document.addEventListener("dragstart", async (event) => {
  dragged = event.target.closest?.("[data-look]");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "copy";
  event.dataTransfer.setData("text/plain", "");
  const answer = await fetch(dragged.dataset.look, { headers: { "HX-Request": "true" } });
  if (!answer.ok || !dragged) return;
  const holder = document.createElement("template");
  holder.innerHTML = await answer.text();
  const cases = holder.content.getElementById("cases");
  if (cases) document.getElementById("cases").replaceWith(cases);
});

document.addEventListener("dragover", (event) => {
  if (!dragged || !give(event.target)) return;
  event.preventDefault();
  for (const one of document.querySelectorAll("[data-over]")) delete one.dataset.over;
  row(event.target).dataset.over = "";
});

document.addEventListener("drop", (event) => {
  const form = dragged && give(event.target);
  if (!form) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("button"));
});

document.addEventListener("dragend", () => {
  dragged = null;
  for (const one of document.querySelectorAll("[data-over]")) delete one.dataset.over;
});

/* What was chosen is read on where its choices stand. */
document.addEventListener("htmx:afterSwap", () => {
  if (new URLSearchParams(location.search).has("case")) document.getElementById("assessors-title")?.focus();
});
