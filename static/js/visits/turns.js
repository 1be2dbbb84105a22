/* One sending at a time. */

/* What is asked for while one runs may have come too late for it: then one more follows right after. Everybody gets the same promise. */
export function inTurns(work) {
  let running = null;
  let isAskedAgain = false;
  async function run(...given) {
    await work(...given);
    while (isAskedAgain) {
      isAskedAgain = false;
      await work();
    }
  }
  return (...given) => {
    isAskedAgain = Boolean(running);
    running ??= run(...given).finally(() => { running = null; });
    return running;
  };
}
