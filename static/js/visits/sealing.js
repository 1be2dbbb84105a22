/* Nothing readable lies on the device: each record is sealed (AES-GCM) and bound to its person, its visit and its own number. */
const WORDS = new TextEncoder();

/* The key that the house gave, in a form that no script can read again. */
export function keyFrom(secret) {
  const bytes = Uint8Array.from(atob(secret), (one) => one.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}

function bound({ person, visit }, number, vector) {
  return { name: "AES-GCM", iv: vector, additionalData: WORDS.encode(`${visit}|${person}|${number}`) };
}

/* {vector, sealed} of bytes. `whose`: {person, visit}. */
export async function sealBytes(key, whose, number, bytes) {
  const vector = crypto.getRandomValues(new Uint8Array(12));
  return { vector, sealed: await crypto.subtle.encrypt(bound(whose, number, vector), key, bytes) };
}

export const seal = (key, whose, number, told) => sealBytes(key, whose, number, WORDS.encode(JSON.stringify(told)));

export function unsealBytes(key, whose, number, { vector, sealed }) {
  return crypto.subtle.decrypt(bound(whose, number, vector), key, sealed);
}

export async function unseal(key, whose, number, row) {
  return JSON.parse(new TextDecoder().decode(await unsealBytes(key, whose, number, row)));
}

export async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((one) => one.toString(16).padStart(2, "0")).join("");
}
