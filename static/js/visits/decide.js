/* Two versions of one judgement: which one stands, or both put together. */
import * as recording from "./recording.js";
import { language, reason, screen, state } from "./words.js";

export function showDecision(visit, row, { go, kept, failed }) {
  const item = visit.pack.items.find((one) => one.id === row.told.item);
  const mine = row.told.words;
  const main = screen("decide", { code: item.code, title: item.words[language].title, theirText: row.theirs.text, myText: mine.text,
    theirReason: reason(row.theirs.reason_code), myReason: reason(mine.reason_code) });
  document.querySelector('#tools [data-to="visit"]').href = go(visit);
  for (const [name, words] of [["theirs", row.theirs], ["mine", mine]]) {
    main.querySelector(`[data-state="${name}"]`).replaceWith(state(words.judgement || (words.text ? "notes" : "todo")));
  }
  const both = { ...mine, judgement: row.theirs.judgement || mine.judgement, reason_code: row.theirs.reason_code || mine.reason_code,
    text: [row.theirs.text, mine.text].filter(Boolean).join("\n\n") };
  const ways = { theirs: () => recording.leaveTheirs(visit, row), mine: () => recording.decide(visit, row, mine),
    both: () => recording.decide(visit, row, both) };
  for (const [name, work] of Object.entries(ways)) {
    main.querySelector(`[data-do="${name}"]`).addEventListener("click", async () => {
      try {
        await work();
        kept(visit);
        location.hash = name === "both" ? go(visit, item.code) : go(visit);
      } catch (failure) {
        failed(failure);
      }
    });
  }
}
