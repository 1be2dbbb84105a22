/* The closing statement with who takes note of it, signed on the glass. */
import * as corner from "./corner.js";
import * as recording from "./recording.js";
import { field } from "./signature.js";
import { piece, screen, tell, word } from "./words.js";

export function showClosing(visit, { go, kept, failed }) {
  const main = screen("closing");
  document.getElementById("tools").replaceChildren(piece("tools-item"));
  document.querySelector('#tools [data-to="visit"]').href = go(visit);
  const form = main.querySelector("form");
  const sign = field(main.querySelector(".sign"), () => {});
  const last = visit.rows.findLast((row) => row.kind === "closing");
  const stands = last?.told.words ?? visit.pack.visit.closing;
  for (const name of ["statement", "remarks", "acknowledged_by", "acknowledged_function"]) form.elements[name].value = stands[name] ?? "";
  sign.put(stands.signature);
  form.elements.unsigned.value = stands.signature?.unsigned ?? "";
  if (last?.state === "refused") tell("warning", word("refused", { sentence: last.sentence }));
  main.querySelector('[data-do="clear"]').addEventListener("click", sign.clear);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const words = said(form, sign);
    if (!words) return;
    corner.saving();
    try {
      await recording.close(visit, words);
      corner.saved();
      kept(visit);
      tell("success", word("closed"));
    } catch (failure) {
      corner.unsaved();
      failed(failure);
    }
  });
}

function said(form, sign) {
  const { statement, remarks, acknowledged_by: by, acknowledged_function: as, unsigned } = form.elements;
  form.parentElement.querySelector("[data-notices]").replaceChildren();
  const missing = [statement, by, as].find((one) => !one.value.trim());
  if (missing) {
    tell("warning", word("closingMissing"));
    missing.focus();
    return null;
  }
  if (!sign.isSigned() && !unsigned.value.trim()) {
    tell("warning", word("unsigned"));
    return null;
  }
  const signature = sign.isSigned() ? sign.value() : { unsigned: unsigned.value.trim() };
  return { statement: statement.value, remarks: remarks.value, acknowledged_by: by.value, acknowledged_function: as.value, signature };
}
