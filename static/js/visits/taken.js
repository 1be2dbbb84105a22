/* Visits taken along: loaded whole or not at all, made new when there is a network, wiped when the house has everything and the visit is over. */
import * as store from "./store.js";
import { SignedOut, Unreachable } from "./person.js";
import { keyFrom, seal, unseal } from "./sealing.js";

const PACK = "pack"; /* the number a visit's own record is sealed under */

export class NotYours extends Error {}

async function load(base, visit, token) {
  let answer;
  try {
    answer = await fetch(`${base}${visit}/take/`, { method: "POST", cache: "no-store", redirect: "manual",
      headers: { "HX-Request": "true", "X-CSRFToken": token } });
  } catch {
    throw new Unreachable();
  }
  if (answer.status === 404 || answer.status === 403) throw new NotYours();
  if (answer.status === 204 || answer.type === "opaqueredirect") throw new SignedOut();
  if (!answer.ok) throw new Unreachable();
  return answer.json();
}

/* Take it along, or make what is here new. Returns the pack as it lies on the device now. */
export async function take(slug, base, visit, token) {
  const { key: secret, person, pack } = await load(base, visit, token);
  const key = await keyFrom(secret);
  const row = await sealed(key, { person, visit }, pack);
  await store.write(slug, [["put", "visits", row], ["put", "keys", { person, visit, key, seenAt: Date.now() }]]);
  remember();
  return { pack, key, takenAt: row.takenAt };
}

/* Signing out asks about it, see leaving.js. A service worker has no such place, and it takes nothing along that the page has not. */
function remember() {
  try {
    self.localStorage?.setItem("poom.recorder", "yes");
  } catch { /* storing is forbidden there: then signing out asks nothing */ }
}

export async function sealed(key, whose, pack, takenAt = Date.now()) {
  return { ...whose, takenAt, ...(await seal(key, whose, PACK, pack)) };
}

/* {pack, takenAt}, or undefined if it is not on this device. */
export async function opened(slug, whose, key) {
  const row = await store.get(slug, "visits", [whose.person, whose.visit]);
  return row && { pack: await unseal(key, whose, PACK, row), takenAt: row.takenAt };
}

export async function takenBy(slug, person) {
  return (await store.all(slug, "visits")).filter((row) => row.person === person);
}

/* Every trace of a visit of this person's. */
export async function wipe(slug, { person, visit }) {
  const of = (row) => row.person === person && row.visit === visit;
  const changes = [["delete", "visits", [person, visit]], ["delete", "keys", [person, visit]], ["delete", "here", `sent ${visit}`]];
  for (const place of ["queue", "photos"]) {
    for (const row of await store.all(slug, place)) if (of(row)) changes.push(["delete", place, row.id]);
  }
  await store.write(slug, changes);
}
