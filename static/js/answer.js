/* Saving while one writes: a second after the last key, and when the page is left. Without this the buttons save. */
const REST = 1000;
const AGAIN = 10000;

const form = document.getElementById("answer");
const sign = document.getElementById("saved");
const trouble = document.getElementById("trouble");

const words = () => {
  const typed = new FormData(form);
  return JSON.stringify([typed.get("rating"), typed.get("explanation")]);
};

let kept = words(); /* what the server has */
let waiting = null; /* the clock of the next attempt */
let flying = null; /* the attempt that is under way */
let stopped = false; /* a conflict or the end of the session: the person decides, not this script */

function later(milliseconds) {
  clearTimeout(waiting);
  if (!stopped) waiting = setTimeout(save, milliseconds);
}

function say(state, sentence) {
  sign.dataset.state = state;
  sign.textContent = sentence;
}

function fragment(text) {
  const holder = document.createElement("template");
  holder.innerHTML = text;
  return holder.content;
}

function save() {
  clearTimeout(waiting);
  if (!stopped && !flying && words() !== kept) {
    flying = send().finally(() => { flying = null; });
  }
  return flying;
}

async function send() {
  const sent = words();
  const typed = new FormData(form);
  for (const name of ["files", "document", "csrfmiddlewaretoken"]) typed.delete(name); /* documents go by their own buttons */
  say("busy", form.dataset.saving);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: typed,
      keepalive: true, /* arrives even though the page is left */
      headers: { "HX-Request": "true", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
    });
    if (answer.status === 200) arrived(sent, fragment(await answer.text()).getElementById("saved"));
    else if (answer.status === 409 || answer.status === 422) refused(answer.status, await answer.text());
    else if (answer.status === 204 && answer.headers.has("HX-Redirect")) stop(form.dataset.ended);
    else failed();
  } catch {
    failed();
  }
}

function arrived(sent, saved) {
  kept = sent;
  form.elements.version.value = saved.dataset.version;
  sign.replaceChildren(...saved.childNodes);
  delete sign.dataset.state;
  trouble.replaceChildren();
  if (words() !== kept) later(REST);
}

function refused(status, text) {
  const said = fragment(text);
  const theirs = said.querySelector("[data-version]");
  trouble.replaceChildren(said);
  say("failed", "");
  if (theirs) form.elements.version.value = theirs.dataset.version; /* whoever now presses Save has seen both */
  if (status === 409) stop("");
}

function stop(sentence) {
  stopped = true;
  say("failed", sentence);
}

function failed() {
  say("failed", form.dataset.failed);
  later(AGAIN);
}

form.addEventListener("input", (event) => {
  if (["rating", "explanation"].includes(event.target.name)) later(REST);
});
addEventListener("online", () => later(0));
addEventListener("pagehide", save);
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });

form.addEventListener("submit", async (event) => {
  clearTimeout(waiting);
  if (!flying) {
    stopped = true; /* the button carries the words itself */
    return;
  }
  event.preventDefault(); /* else the two would take each other for somebody else */
  await flying;
  form.requestSubmit(event.submitter);
});
