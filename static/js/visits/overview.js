/* The visits on this device, and one of them at a glance. */
import * as recording from "./recording.js";
import { language, lines, moment, piece, put, screen, state, tell, word } from "./words.js";

export function showList(visits, { go }) {
  const main = screen("list");
  const rows = main.querySelector("[data-rows]");
  for (const visit of visits) {
    const { label, place, address, starts_at: starts } = visit.pack.visit;
    const made = put(piece("row-visit"), { label, where: `${place}, ${address}`, when: moment(starts), progress: progress(visit) });
    made.querySelector("[data-link]").href = go(visit);
    rows.append(made);
  }
  main.querySelector("[data-empty]").hidden = visits.length > 0;
}

function judged(visit) {
  return visit.pack.items.filter((item) => recording.sheet(visit, item.id).judgement).length;
}

const progress = (visit) => word("progress", { judged: judged(visit), of: visit.pack.items.length });

export function showVisit(visit, { go, device, online }) {
  const { pack } = visit;
  const main = screen("visit", { progress: progress(visit), lede: `${pack.visit.place}, ${moment(pack.visit.starts_at)}` });
  main.querySelector("[data-begin]").hidden = recording.hasBegun(visit);
  const over = recording.isOver(visit);
  if (over) tell("info", word("ended"));
  const kept = visit.rows.filter((row) => row.state === "kept");
  if (kept.length) tell("warning", word("kept", { number: kept.length, sentence: kept[0].sentence }));
  areas(main, visit, go);
  lines(main.querySelector("[data-team]"), pack.visit.team.map((member) => member.name));
  tellDevice(visit, device);
  main.querySelector('[data-do="remove"]').hidden = !(over && !recording.counts(visit).unsent);
  document.querySelector('#tools [data-to="list"]').href = "#";
  const foot = document.getElementById("foot");
  foot.querySelector("[data-lead]").hidden = !(pack.visit.leads && recording.hasBegun(visit) && !over);
  foot.querySelector("[data-lead]").href = go(visit, "closing");
  foot.querySelector('[data-to="online"]').href = online;
}

/* What this device can do, which may be known only after the screen is there. */
export function tellDevice(visit, device) {
  const list = document.querySelector("[data-here]");
  if (list) lines(list, [word("complete", { number: visit.pack.items.length, time: moment(visit.takenAt) }), ...device]);
}

function areas(main, visit, go) {
  let area;
  for (const item of visit.pack.items) {
    if (area?.code !== item.area) {
      area = { code: item.area, of: 0, judged: 0, part: piece("part-area") };
      put(area.part, { area: `${item.area}. ${item.words[language].area}` });
      [area.count, area.tiles] = [area.part.querySelector('[data-put="count"]'), area.part.querySelector("[data-tiles]")];
      main.querySelector("[data-areas]").append(area.part);
    }
    area.of += 1;
    area.judged += Boolean(recording.sheet(visit, item.id).judgement);
    area.count.textContent = word("areaCount", area);
    area.tiles.append(tile(visit, item, go));
  }
}

function tile(visit, item, go) {
  const made = put(piece("part-tile"), { code: item.code, title: item.words[language].title, remark: remark(visit, item) });
  const conflict = recording.conflictOf(visit, item.id);
  made.querySelector("[data-link]").href = conflict ? go(visit, `decide/${conflict.id}`) : go(visit, item.code);
  made.querySelector("[data-state]").replaceWith(state(recording.shown(visit, item.id)));
  return made;
}

function remark(visit, item) {
  const { row } = recording.sheet(visit, item.id);
  if (recording.conflictOf(visit, item.id)) return word("toDecide", { number: 1 });
  if (row) return word(row.state === "new" ? "notSent" : "toComplete", { number: 1 });
  if (item.is_agreed) return word("agreed");
  return item.whose ? word("otherJudges", { name: item.whose }) : word("team", item);
}
