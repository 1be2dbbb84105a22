/* The recorder starts here: it opens what lies on the device, shows the screen that the address names, and sends when it can. */
import * as corner from "./corner.js";
import * as person from "./person.js";
import * as recording from "./recording.js";
import * as rescue from "./rescue.js";
import * as store from "./store.js";
import * as taken from "./taken.js";
import { showClosing } from "./closing.js";
import { showDecision } from "./decide.js";
import { inWords } from "./device.js";
import { leaveItem, showItem } from "./item.js";
import { showList, showVisit, tellDevice } from "./overview.js";
import { unsentHere } from "./queue.js";
import { send } from "./sending.js";
import { inTurns } from "./turns.js";
import { language, put, screen, tell, word } from "./words.js";

const EVERY = 30_000; /* milliseconds */
const frame = document.getElementById("recorder");
const { slug, scope, logout, home } = frame.dataset;
const base = new URL("../", new URL(scope, location.origin)).pathname;
const here = { person: undefined, keys: new Map(), visit: null, device: [] };

const go = (visit, rest = "") => `#${visit.whose.visit}${rest && `/${rest}`}`;
const onLine = (visit) => `${base}${visit}/?lang=${language}`;

/* ---- the state of this device */

async function look() {
  const was = here.person;
  Object.assign(here, await person.lastHere(slug));
  return was !== here.person;
}

async function openVisit(visit) {
  const key = here.keys.get(visit);
  return key && recording.open(slug, here.person, visit, key);
}

async function count() {
  const waiting = here.visit ? null : (await unsentHere(slug))[here.person];
  const { unsent, conflicts, unfinished, kept } = here.visit ? recording.counts(here.visit) : { unsent: waiting ?? 0, conflicts: 0, unfinished: 0 };
  const lastSent = here.visit ? await store.here(slug, `sent ${here.visit.whose.visit}`) : 0;
  corner.say({ unsent, conflicts, unfinished, kept, lastSent: lastSent ?? 0 });
}

let soon;

/* What follows upon each other within two seconds goes in one request. */
function kept() {
  count();
  clearTimeout(soon);
  soon = setTimeout(sendSoon, 2000);
}

const TROUBLE = { QuotaExceededError: "noRoom", InvalidStateError: "newer" }; /* the second: another window has closed this one's database */

function failed(failure) {
  tell("warning", word(TROUBLE[failure?.name] ?? "noStorage"));
}

/* ---- screens, by address: nothing · visit · visit/code · visit/closing · visit/decide/number · leaving */

async function show() {
  await leaveItem();
  const [visit, name, number] = decodeURIComponent(location.hash.slice(1)).split("/");
  here.visit = null;
  if (visit === "leaving") return showLeaving();
  if (!visit) return showAll();
  here.visit = await openVisit(visit) ?? await takeAlong(visit);
  if (!here.visit) return null;
  const { label, place } = here.visit.pack.visit;
  put(frame, { label, place });
  const tools = { go, kept, failed, device: here.device, online: onLine(visit) };
  const item = here.visit.pack.items.find((one) => one.code === name);
  const row = name === "decide" && here.visit.rows.find((one) => one.id === number && one.state === "conflict");
  if (item) showItem(here.visit, item, tools);
  else if (row) showDecision(here.visit, row, tools);
  else if (name === "closing") showClosing(here.visit, tools);
  else showVisit(here.visit, tools);
  return count();
}

async function showAll() {
  const visits = [];
  for (const row of await taken.takenBy(slug, here.person)) {
    const visit = await openVisit(row.visit);
    if (visit) visits.push(visit);
  }
  showList(visits, { go });
  const isSealed = !here.keys.size && (await store.all(slug, "visits")).length > 0;
  if (isSealed) tell("info", word("sealedHere"));
  put(frame, { label: document.title.split("|")[0].trim() });
  await count();
}

/* Load a visit that is not here yet. */
async function takeAlong(visit) {
  const main = screen("list");
  main.querySelector("[data-empty]").hidden = true;
  tell("info", word("loading"));
  for (let tries = 1; ; tries += 1) {
    try {
      return await load(visit);
    } catch (failure) {
      if (!(failure instanceof person.Unreachable) || !navigator.onLine || tries === 3) return sayWhy(failure, main);
      await new Promise((done) => { setTimeout(done, 2000); }); /* a network that comes and goes */
    }
  }
}

async function load(visit) {
  const me = await person.ask(scope);
  await person.sits(slug, me);
  await taken.take(slug, base, visit, me.token);
  await navigator.storage?.persist?.();
  await Promise.all([look(), lookAtDevice(me.now)]);
  return openVisit(visit);
}

function sayWhy(failure, main) {
  main.querySelector("[data-notices]").replaceChildren();
  if (failure instanceof person.SignedOut) offerSignIn();
  else if (failure instanceof taken.NotYours) tell("warning", word("notYours"));
  else if (failure instanceof person.Unreachable) tell("warning", word("notHere"));
  else failed(failure);
  return null;
}

async function showLeaving() {
  const main = screen("leaving");
  main.addEventListener("poom:safe", () => { main.querySelector("[data-after]").hidden = false; }, { once: true });
  await count();
}

async function lookAtDevice(now) {
  here.device = await inWords(scope, now);
  if (here.visit) tellDevice(here.visit, here.device);
}

/* ---- sending */

function sendSoon() {
  if (navigator.onLine) sendNow();
  else navigator.serviceWorker?.ready.then((worker) => worker.sync?.register("send")).catch(() => {});
}

const sendNow = inTurns((anew = false) => sendOnce(anew).catch((failure) => {
  corner.say({ network: "" });
  failed(failure);
}));

async function sendOnce(anew) {
  corner.say({ network: "sending" });
  const { state, now } = await send(slug, scope, moved, anew);
  const words = { sent: "", another: "", unreachable: "noNetwork", "signed-out": "signInNeeded" };
  corner.say({ network: words[state] });
  if (state === "signed-out") offerSignIn();
  if (state === "another") await anotherPerson();
  if (now) await lookAtDevice(now);
  await look();
  await count();
}

/* A visit has changed underneath: the open screen takes it up, but nothing that is being typed is touched. */
async function moved(visit) {
  if (visit === null || here.visit?.whose.visit !== visit) return;
  await look();
  const fresh = await openVisit(visit);
  if (!fresh) {
    const isGone = !(await store.get(slug, "visits", [here.person, visit]));
    if (isGone) await showGone();
    return;
  }
  Object.assign(here.visit, { pack: fresh.pack, rows: fresh.rows, takenAt: fresh.takenAt });
  await count();
  if (location.hash === go(here.visit)) await show();
}

async function showGone() {
  history.replaceState(null, "", "#");
  await show();
  tell("success", word("gone"));
}

function offerSignIn() {
  if (document.querySelector("[data-sign-in]")) return;
  tell("info", word("signedOut"));
  const link = document.createElement("a");
  link.className = "button primary";
  link.dataset.signIn = "";
  link.href = here.visit ? onLine(here.visit.whose.visit) : home;
  link.textContent = word("signIn");
  document.querySelector("[data-notices]")?.append(link);
}

async function anotherPerson() {
  history.replaceState(null, "", "#");
  await look();
  await show();
  tell("warning", word("another"));
}

/* ---- buttons */

const DOES = {
  send: async () => {
    await sendNow();
    if (!(await rescue.files(slug)).length) safe();
  },
  rescue: async () => {
    const number = await rescue.save(slug);
    tell(number ? "success" : "info", word(number ? "rescued" : "nothingToRescue", { number }));
    safe();
  },
  begin: async () => {
    await recording.add(here.visit, "begin", {});
    kept();
    await show();
  },
  refresh: async () => {
    const main = document.getElementById("main");
    try {
      const me = await person.ask(scope);
      await taken.take(slug, base, here.visit.whose.visit, me.token);
      await lookAtDevice(me.now);
      await show();
    } catch (failure) {
      sayWhy(failure, main);
    }
  },
  remove: async () => {
    await taken.wipe(slug, here.visit.whose);
    await showGone();
  },
  signOut: async () => {
    const { token } = await person.ask(scope);
    await fetch(logout, { method: "POST", headers: { "X-CSRFToken": token }, redirect: "manual" });
    await person.leaves(slug);
    location.assign(home);
  },
};

function safe() {
  document.getElementById("main").dispatchEvent(new Event("poom:safe"));
}

document.addEventListener("click", (event) => {
  const name = event.target.closest("[data-do]")?.dataset.do;
  if (DOES[name]) DOES[name]().catch(failed);
});

/* ---- start */

async function start() {
  try {
    await store.open(slug);
  } catch {
    screen("list");
    tell("warning", word("noStorage"));
    return;
  }
  navigator.serviceWorker?.register(`${scope}worker.js`, { scope, type: "module", updateViaCache: "none" }).catch(() => {}); /* without it this page must stay open */
  navigator.serviceWorker?.ready.then(() => lookAtDevice());
  await look();
  await lookAtDevice();
  await show();
  frame.dataset.ready = "yes";
  sendNow(true);
  setInterval(async () => navigator.onLine && Object.values(await unsentHere(slug)).some(Boolean) && sendNow(), EVERY);
}

new BroadcastChannel(`poom-recorder-${slug}-`).addEventListener("message", ({ data }) => moved(data));
addEventListener("hashchange", show);
addEventListener("online", () => sendNow(true));
addEventListener("offline", () => corner.say({ network: "noNetwork" }));
addEventListener("pagehide", leaveItem);
document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? sendNow() : leaveItem()));
start();
