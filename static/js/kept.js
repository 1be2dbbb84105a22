/* What is typed stays in this browser until the server has it: a crash, a cut line or the end of the session costs nothing. */
const DAYS = 14;
const PREFIX = "poom.typed.";

export function keep(key, words) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ words, at: Date.now() }));
  } catch { /* no room, or storing is forbidden: then the server alone keeps it */ }
}

export function forget(key) {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch { /* as above */ }
}

/* {words, at} or null */
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
