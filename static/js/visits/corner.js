/* The corner that always says in words what is saved here and what is not with the house yet. */
import { put, time, word } from "./words.js";

const corner = document.getElementById("corner");
const state = { saved: "", unsent: 0, conflicts: 0, unfinished: 0, kept: 0, lastSent: 0, network: "" };

export function say(changes) {
  Object.assign(state, changes);
  const { unsent, conflicts, unfinished, kept, lastSent, network } = state;
  const parts = [
    unsent ? word("unsent", { number: unsent }) : word(lastSent ? "allSent" : "nothingToSend"),
    unfinished && word("toComplete", { number: unfinished }),
    conflicts && word("toDecide", { number: conflicts }),
    kept && word("keptAside", { number: kept }),
    lastSent && word("lastSent", { time: time(lastSent) }),
    network && word(network),
  ];
  put(corner, { saved: state.saved, unsent: parts.filter(Boolean).join(", ") });
  corner.dataset.unsent = unsent;
}

export const saving = () => say({ saved: word("saving") });
export const saved = () => say({ saved: word("saved", { time: time(Date.now()) }) });
export const unsaved = () => say({ saved: word("unsaved") });
