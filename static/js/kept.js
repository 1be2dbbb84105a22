/* What is typed stays in this browser until the server has it: a crash, a cut line or the end of the session costs nothing. */
const DAYS = 14;
const PREFIX = "poom.typed.";

/* `sent`: the version on which a button has sent them */
export function keep(key, words, sent) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ words, at: Date.now(), sent }));
  } catch { /* no room, or storing is forbidden: then the server alone keeps it */ }
}

export function forget(key) {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch { /* as above */ }
}

/* {words, at, sent} or null */
export function kept(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
}

function sweep() {
  const tooOld = Date.now() - DAYS * 24 * 3600 * 1000;
  try {
    for (const name of Object.keys(localStorage).filter((one) => one.startsWith(PREFIX))) {
      if (!(JSON.parse(localStorage.getItem(name))?.at > tooOld)) localStorage.removeItem(name);
    }
  } catch { /* as above */ }
}

sweep();
