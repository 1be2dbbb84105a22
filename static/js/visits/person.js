/* Whose device it is at the moment. Another person sees and sends nothing: what opens the records is given to their owner alone. */
import * as store from "./store.js";
import { keyFrom } from "./sealing.js";

const HOURS = 12; /* as long as a session at most: so long a device opens without a network */

export class SignedOut extends Error {}
export class Unreachable extends Error {}

/* Ask who is signed in: {person, token, now, keys}. Raises SignedOut, or Unreachable. */
export async function ask(scope) {
  let answer;
  try {
    answer = await fetch(`${scope}me/`, { headers: { "HX-Request": "true" }, cache: "no-store", redirect: "manual" });
  } catch {
    throw new Unreachable();
  }
  if (answer.status === 204 || answer.type === "opaqueredirect" || answer.status === 403) throw new SignedOut();
  if (!answer.ok) throw new Unreachable();
  return answer.json();
}

/* They sit here now: their keys are opened, everybody else's go. */
export async function sits(slug, me) {
  const known = new Set((await store.all(slug, "visits")).filter((row) => row.person === me.person).map((row) => row.visit));
  for (const row of await store.all(slug, "queue")) if (row.person === me.person) known.add(row.visit);
  const changes = [["put", "here", { name: "person", value: me.person }]];
  for (const row of await store.all(slug, "keys")) {
    if (row.person !== me.person) changes.push(["delete", "keys", [row.person, row.visit]]);
  }
  for (const visit of known) {
    if (me.keys[visit]) changes.push(["put", "keys", { person: me.person, visit, key: await keyFrom(me.keys[visit]), seenAt: Date.now() }]);
  }
  await store.write(slug, changes);
}

/* {person, keys: Map of visit → key} of who sat here last, without asking anybody. */
export async function lastHere(slug) {
  const person = await store.here(slug, "person");
  const keys = new Map();
  for (const row of await store.all(slug, "keys")) {
    const age = Date.now() - row.seenAt;
    if (row.person !== person) continue;
    if (age > HOURS * 3600 * 1000) await store.write(slug, [["delete", "keys", [row.person, row.visit]]]);
    else keys.set(row.visit, row.key);
  }
  return { person, keys };
}

/* They have signed out: what is recorded stays, sealed, until they sign in again. */
export async function leaves(slug) {
  const keys = await store.all(slug, "keys");
  await store.write(slug, [...keys.map((row) => ["delete", "keys", [row.person, row.visit]]), ["delete", "here", "person"]]);
}
