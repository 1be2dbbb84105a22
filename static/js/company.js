/* Who else is in this answer, and whether somebody saved it meanwhile: asked every quarter of a minute while the page is looked at. */
import { isUnsaved, version } from "./answer.js";

const EVERY = 15000;
const form = document.getElementById("answer");

function tell(more) {
  const typed = new FormData();
  typed.set("version", version());
  for (const [name, value] of Object.entries(more)) typed.set(name, value);
  return fetch(form.dataset.company, {
    method: "POST", body: typed, keepalive: true,
    headers: { "HX-Request": "true", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
  });
}

async function look() {
  if (document.visibilityState === "hidden" || isUnsaved()) return;
  try {
    const answer = await tell({});
    if (answer.status !== 200 || isUnsaved()) return;
    const holder = document.createElement("template");
    holder.innerHTML = await answer.text();
    const said = holder.content.getElementById("company");
    const there = document.getElementById("company");
    if (said && said.innerHTML !== there.innerHTML) there.replaceChildren(...said.childNodes); /* else it would be read aloud again */
  } catch { /* asked again soon */ }
}

setInterval(look, EVERY);
document.addEventListener("visibilitychange", look);
addEventListener("pagehide", () => tell({ left: "yes" }).catch(() => {}));
