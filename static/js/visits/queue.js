/* What was recorded and is not with the house yet. A record leaves the device only when the house has answered that it has it. */
import * as store from "./store.js";
import { digest, seal, sealBytes, unseal, unsealBytes } from "./sealing.js";

/* states: unfinished (a reason is missing: not sent) · new · conflict (the house has both) · refused (to be put right) · kept (aside) */
export const UNSENT = new Set(["unfinished", "new", "refused"]);

async function sealedRow(key, row, told) {
  const body = JSON.stringify(told);
  const words = { body, sha256: await digest(new TextEncoder().encode(body)), sentence: row.sentence, theirs: row.theirs, version: row.version };
  const { sentence, theirs, version, told: _told, ...plain } = row;
  return { ...plain, ...(await seal(key, row, row.id, words)) };
}

/* A row as it stands in memory: with what it says in words. */
export async function opened(key, row) {
  const { body, sha256, sentence, theirs, version } = await unseal(key, row, row.id, row);
  const { vector, sealed, ...plain } = row;
  return { ...plain, told: JSON.parse(body), body, sha256, sentence, theirs, version };
}

export async function rowsOf(slug, person, visit, key) {
  const rows = (await store.all(slug, "queue")).filter((row) => row.person === person && row.visit === visit);
  return (await Promise.all(rows.map((row) => opened(key, row)))).sort((one, other) => one.at - other.at);
}

let latest = 0;

function nextMoment() {
  latest = Math.max(latest + 1, Date.now()); /* two in a millisecond, or a clock set back, stay in their order */
  return latest;
}

export function begun(whose, kind, { item = null, base = 0, after = null, words = {} }) {
  return { id: crypto.randomUUID(), ...whose, kind, state: "new", tried: false, at: nextMoment(),
    told: { kind, item, base, after, words, device_at: new Date().toISOString() } };
}

/* Keep a record, with its picture if it has one, and let go of those it takes the place of: all or nothing. Raises store.Stale. */
export async function keep(slug, key, row, { photo, instead = [] } = {}) {
  const changes = instead.map(({ id }) => ["delete", "queue", id]);
  changes.push(["put", "queue", await sealedRow(key, row, row.told)]);
  if (photo) {
    const { person, visit, id } = row;
    changes.push(["put", "photos", { id, person, visit, ...(await sealBytes(key, row, id, photo)) }]);
  }
  await store.write(slug, changes, instead);
  return row;
}

/* A judgement: it takes the place of one of the same item that was never sent, else it builds on the last. */
export async function judge(slug, key, whose, rows, { item, base, words, isWhole }) {
  const earlier = rows.filter((row) => row.kind === "finding" && row.told.item === item && row.state !== "conflict" && row.state !== "kept");
  const unsent = earlier.filter((row) => !row.tried || row.state === "refused" || row.state === "unfinished");
  const last = earlier.findLast((row) => !unsent.includes(row));
  const from = unsent[0]?.told ?? (last ? { base: 0, after: last.id } : { base, after: null });
  const row = begun(whose, "finding", { item, base: from.base, after: from.after, words });
  row.state = isWhole ? "new" : "unfinished";
  await keep(slug, key, row, { instead: unsent });
  return { row, gone: unsent };
}

export async function photoOf(slug, key, row) {
  const photo = await store.get(slug, "photos", row.id);
  return photo && new Uint8Array(await unsealBytes(key, row, row.id, photo));
}

/* The same row in another state, with what the house said. */
export const changed = async (key, row) => ["put", "queue", await sealedRow(key, row, row.told)];

export const gone = (row) => [["delete", "queue", row.id], ["delete", "photos", row.id]];

/* How many of everybody's records on this device are with nobody else yet, by person. */
export async function unsentHere(slug) {
  const counted = {};
  for (const row of await store.all(slug, "queue")) if (UNSENT.has(row.state)) counted[row.person] = (counted[row.person] ?? 0) + 1;
  return counted;
}

/* Raises store.Stale if it is being sent already. */
export const forget = (slug, row) => store.write(slug, gone(row), [row]);
