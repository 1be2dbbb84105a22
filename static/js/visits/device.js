/* How well this device keeps things: whether it opens without a network, may clear away, has room, and a clock that is right. */
import { word } from "./words.js";

const LITTLE = 200; /* megabytes */
const OFF = 5; /* minutes */

/* Sentences. `now`: the moment by the clock of the house, if it was just asked. */
export async function inWords(scope, now) {
  const worker = navigator.serviceWorker?.controller ?? (await navigator.serviceWorker?.getRegistration(scope))?.active;
  const firmly = await navigator.storage?.persisted?.();
  const room = await navigator.storage?.estimate?.();
  const free = room ? (room.quota - room.usage) / 1024 / 1024 : Infinity;
  const minutes = now ? Math.round(Math.abs(Date.now() - Date.parse(now)) / 60000) : 0;
  return [word(worker ? "opensAlone" : "opensNot"), word(firmly ? "keptFirmly" : "keptLoosely"),
    free < LITTLE && word("littleRoom", { room: `${Math.round(free)} MB` }), minutes >= OFF && word("clock", { minutes })];
}
