/* Sending what was recorded, from the page or, where the browser can, from the service worker. Sent twice is applied once. */
import * as store from "./store.js";
import * as queue from "./queue.js";
import * as taken from "./taken.js";
import { SignedOut, Unreachable, ask, sits } from "./person.js";
import { digest } from "./sealing.js";

const FORMAT = 1;
const AT_ONCE = 60;
const PART = 256 * 1024;
const FRESH = 5 * 60_000; /* milliseconds: after them a visit is loaded anew, to know how far the team is and whether it is over */

/* Everything of who is signed in. Returns {state: sent | unreachable | signed-out | another, now}; `moved(visit)` after each answer.
   `anew`: load the visits anew too, however fresh they are. */
export async function send(slug, scope, moved = () => {}, anew = false) {
  const work = () => sendAll(slug, scope, moved, anew);
  return navigator.locks ? navigator.locks.request(`poom-sending-${slug}`, work) : work();
}

async function sendAll(slug, scope, moved, anew) {
  try {
    const before = await store.here(slug, "person");
    const me = await ask(scope);
    if (before && before !== me.person) await moved(null);
    await sits(slug, me);
    for (const { visit, key } of (await store.all(slug, "keys")).filter((row) => row.person === me.person)) {
      await sendVisit({ slug, base: new URL("../", new URL(scope, location.origin)).pathname, visit, key, me, anew }, moved);
    }
    return { state: before && before !== me.person ? "another" : "sent", now: me.now, person: me.person };
  } catch (failure) {
    if (failure instanceof SignedOut) return { state: "signed-out" };
    if (failure instanceof Unreachable) return { state: "unreachable" };
    throw failure;
  }
}

async function sendVisit(there, moved) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await sendRows(there, moved);
    } catch (failure) {
      if (!(failure instanceof store.Stale) || tries > 9) throw failure; /* something was written meanwhile: with that */
    }
  }
}

async function sendRows(there, moved) {
  const { slug, visit, key, me, anew } = there;
  const rows = await queue.rowsOf(slug, me.person, visit, key);
  const kept = await taken.opened(slug, { person: me.person, visit }, key);
  const over = kept?.pack.visit.has_ended;
  const ready = rows.filter((row) => row.state === "new" || (over && queue.UNSENT.has(row.state)));
  const words = ready.filter((row) => row.kind !== "photo" || row.told.words.remove);
  const answers = [];
  for (let from = 0; from < words.length; from += AT_ONCE) answers.push(...await sendBatch(there, words.slice(from, from + AT_ONCE), moved));
  for (const row of ready.filter((one) => !words.includes(one))) answers.push(...await sendPhoto(there, row, moved));
  const isOld = Date.now() - (kept?.takenAt ?? 0) > FRESH;
  if (anew || isOld || answers.some((answer) => answer.outcome !== "applied")) await refresh(there, moved);
}

/* The visit as the house has it now; once it is over and nothing is left here, this device forgets it. */
async function refresh({ slug, base, visit, key, me }, moved) {
  const whose = { person: me.person, visit };
  let isOver = false;
  try {
    isOver = (await taken.take(slug, base, visit, me.token)).pack.visit.has_ended;
  } catch (failure) {
    if (!(failure instanceof taken.NotYours)) throw failure;
    isOver = true; /* no longer in the team: what was recorded has been given to the house */
  }
  const left = await queue.rowsOf(slug, me.person, visit, key);
  if (isOver && !left.length) await taken.wipe(slug, whose); /* what was kept aside or met a newer version is read first */
  await moved(visit);
}

async function post(address, body, headers) {
  let answer;
  try {
    answer = await fetch(address, { method: "POST", body, cache: "no-store", redirect: "manual", headers: { "HX-Request": "true", ...headers } });
  } catch {
    throw new Unreachable();
  }
  if (answer.status === 204 || answer.type === "opaqueredirect") throw new SignedOut();
  if (!answer.ok) throw new Unreachable();
  return answer.json();
}

async function sendBatch({ slug, base, visit, key, me }, ready, moved) {
  const rows = ready.map((row) => ({ ...row, tried: true })); /* from here on they are never altered */
  await store.write(slug, await Promise.all(rows.map((row) => queue.changed(key, row))), ready);
  const body = JSON.stringify({ format: FORMAT, device: await store.device(slug), sent_at: new Date().toISOString(),
    operations: rows.map(({ id, body: words, sha256 }) => ({ id, body: words, sha256 })) });
  const { answers, now } = await post(`${base}${visit}/sync/`, body, { "Content-Type": "application/json", "X-CSRFToken": me.token });
  await takeAnswers({ slug, visit, key, me }, rows, answers, now);
  await moved(visit);
  return answers;
}

async function takeAnswers({ slug, visit, key, me }, rows, answers, now) {
  const whose = { person: me.person, visit };
  const there = await taken.opened(slug, whose, key);
  const changes = [["put", "here", { name: `sent ${visit}`, value: Date.parse(now) }]];
  for (const answer of answers) {
    const row = rows.find((one) => one.id === answer.id);
    if (row) changes.push(...(await changesAfter({ slug, key }, row, answer, there?.pack)));
  }
  if (there) changes.push(["put", "visits", await taken.sealed(key, whose, there.pack, there.takenAt)]);
  await store.write(slug, changes);
}

/* What the house has of a record stands in the visit on this device from then on: the record itself goes. */
const TAKES_UP = {
  begin: (pack) => { if (pack.visit.stage === "planned") pack.visit.stage = "underway"; },
  closing: (pack, { words }) => { pack.visit.closing = words; },
  finding: (pack, { item, words, device_at: at }, id, { version }) => { pack.mine[item] = { ...words, version, at }; },
  entry: (pack, { item, words }, id) => {
    pack.entries = pack.entries.filter((one) => one.id !== words.remove);
    if (!words.remove) pack.entries.push({ id, item, ...words });
  },
  photo: (pack, { item, words }) => { pack.photos[item] = (pack.photos[item] ?? 0) + (words.remove ? -1 : 1); },
};

async function changesAfter({ slug, key }, row, answer, pack) {
  if (answer.outcome === "applied") {
    if (pack) TAKES_UP[row.kind]?.(pack, row.told, row.id, answer);
    return queue.gone(row);
  }
  if (answer.outcome === "again") return [];
  const told = { ...row, state: answer.outcome, sentence: answer.sentence, theirs: answer.theirs, version: answer.version };
  const changes = [await queue.changed(key, told)];
  if (answer.outcome === "kept") changes.push(["delete", "photos", row.id]);
  if (answer.outcome === "refused") changes.push(...(await handOn(slug, key, row)));
  return changes;
}

/* What builds on a refused one builds on what that one built on. */
async function handOn(slug, key, refused) {
  const { person, visit } = refused;
  const heirs = (await queue.rowsOf(slug, person, visit, key)).filter((row) => row.told.after === refused.id);
  const { base, after } = refused.told;
  return Promise.all(heirs.map((row) => queue.changed(key, { ...row, told: { ...row.told, base, after } })));
}

async function sendPhoto(there, row, moved) {
  const { slug, base, visit, key, me } = there;
  const bytes = await queue.photoOf(slug, key, row);
  const answers = await sendBatch(there, [row], moved);
  const from = answers.find((one) => one.id === row.id);
  if (!bytes || from.outcome !== "again") return answers;
  for (let begins = from.received; begins < bytes.length;) {
    const part = bytes.slice(begins, begins + PART);
    const headers = { "Content-Type": "application/octet-stream", "Upload-Operation": row.id, "Upload-Offset": begins, "Upload-Sha256": await digest(part), "X-CSRFToken": me.token };
    const { received } = await post(`${base}${visit}/photos/`, part, headers);
    if (received <= begins) throw new Unreachable(); /* nothing moves: later again */
    begins = received;
  }
  return sendBatch(there, [row], moved);
}
