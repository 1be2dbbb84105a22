/* Saving while one writes: a second after the last key, and when the page is left. Without this the buttons save.
   The form says in data-keeps which of its questions are kept. */
import { forget, keep, kept as keptHere } from "./kept.js";

const REST = 1000;
const AGAIN = 10000;

const form = document.querySelector("form[data-person]");
const NAMES = (form.dataset.keeps ?? "rating explanation").split(" ");
const sign = document.getElementById("saved");
const trouble = document.getElementById("trouble");
const key = `${form.dataset.person}.${form.action.split("?")[0]}`; /* another person at this browser is offered nothing */

const words = () => {
  const typed = new FormData(form);
  return JSON.stringify(NAMES.map((name) => typed.get(name)));
};

let kept = words(); /* what the server has */
let waiting = null; /* the clock of the next attempt */
let flying = null; /* the attempt that is under way */
let stopped = false; /* a conflict or the end of the session: the person decides, not this script */

/* For others: is there something that the server does not have? */
export const isUnsaved = () => Boolean(flying) || words() !== kept;
export const version = () => form.elements.version.value;

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

/* A promise while something is under way. */
export function save() {
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
    if (answer.status === 200) arrived(sent, fragment(await answer.text()));
    else if (answer.status === 409 || answer.status === 422) refused(answer.status, await answer.text());
    else if (answer.status === 204 && answer.headers.has("HX-Redirect")) ended(answer.headers.get("HX-Redirect"));
    else if (answer.status === 403) ended(form.action); /* the cookies are gone: this page, opened anew, leads to sign-in */
    else failed();
  } catch {
    failed();
  }
}

function arrived(sent, said) {
  const saved = said.getElementById("saved");
  kept = sent;
  form.elements.version.value = saved.dataset.version;
  sign.replaceChildren(...saved.childNodes);
  delete sign.dataset.state;
  form.dispatchEvent(new CustomEvent("poom:kept", { detail: said }));
  trouble.replaceChildren();
  if (words() === kept) forget(key);
  else later(REST);
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

/* Signed out: the words stay in this browser and are offered again after sign-in. */
function ended(signIn) {
  stop(form.dataset.ended);
  const said = document.getElementById("ended").content.cloneNode(true);
  said.querySelector("a").href = signIn;
  trouble.replaceChildren(said);
}

function failed() {
  say("failed", form.dataset.failed);
  later(AGAIN);
}

form.addEventListener("input", (event) => {
  if (!NAMES.includes(event.target.name)) return;
  keep(key, words());
  later(REST);
});
addEventListener("online", () => later(0));
addEventListener("pagehide", save);
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(); });

form.addEventListener("submit", async (event) => {
  clearTimeout(waiting);
  if (!flying) {
    stopped = true; /* the button carries the words itself */
    if (words() !== kept) keep(key, words(), version());
    return;
  }
  event.preventDefault(); /* else the two would take each other for somebody else */
  await flying;
  if (stopped) return; /* somebody else's text, or sign-in: what is shown is read before anything is sent */
  form.requestSubmit(event.submitter);
});

/* An answer as a person reads it: the words of a text or a list; where one chooses by buttons, the words beside the button. */
function shown(question, value) {
  if (question?.type === "select-one") return [...question.options].find((one) => one.value === value && value)?.text;
  if (question?.type) return value;
  return [...(question ?? [])].find((one) => one.value === value)?.closest("label")?.querySelector("b")?.textContent;
}

/* After a crash, or after signing in again: what never arrived is shown beside what is there, and the person decides. */
function offer() {
  const found = keptHere(key);
  const arrived = found?.sent && found.sent !== version(); /* sent by a button, and saved since: it is there, or was shown beside the other */
  if (!found || found.words === kept || arrived) return forget(key);
  const said = document.getElementById("typed").content.cloneNode(true);
  const values = JSON.parse(found.words).map((value, place) => [NAMES[place], value]);
  said.querySelector("time").textContent = new Date(found.at).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  said.querySelector("blockquote").textContent = values.map(([name, value]) => shown(form.elements[name], value)).filter(Boolean).join("\n");
  said.querySelector("[data-take]").addEventListener("click", () => {
    for (const [name, value] of values) if (value || form.elements[name]?.type) form.elements[name].value = value ?? "";
    trouble.replaceChildren();
    later(0);
  });
  said.querySelector("[data-leave]").addEventListener("click", () => {
    forget(key);
    trouble.replaceChildren();
  });
  trouble.replaceChildren(said);
}

if (!trouble.children.length) offer();
