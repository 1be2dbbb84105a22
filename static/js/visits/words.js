/* The page's own words and pieces: sentences and templates were written by the server, in its language. */
const words = document.getElementById("words").content;
const language = document.documentElement.lang;
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Seoul" });
const day = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Seoul" });

export { language };
export const time = (moment) => clock.format(new Date(moment));
export const moment = (at) => day.format(new Date(at));

export function word(name, facts = {}) {
  const sentence = words.querySelector(`[data-word="${name}"]`).textContent;
  return sentence.replace(/\{(\w+)\}/g, (_, fact) => facts[fact] ?? "");
}

export const reason = (code) => words.querySelector(`[data-reason="${code}"]`)?.textContent ?? "";

/* A state in its word and shape. */
export const state = (name) => words.querySelector(`[data-state="${name}"]`).firstElementChild.cloneNode(true);

export function notice(kind, sentence) {
  const made = words.querySelector(`[data-notice="${kind}"]`).firstElementChild.cloneNode(true);
  put(made, { sentence });
  return made;
}

export const piece = (name) => document.getElementById(name).content.cloneNode(true);

/* Texts into the places of these names. */
export function put(where, texts) {
  for (const [name, text] of Object.entries(texts)) {
    for (const place of where.querySelectorAll(`[data-put="${name}"]`)) place.textContent = text;
  }
  return where;
}

export function lines(list, sentences) {
  list.replaceChildren(...sentences.filter(Boolean).map((sentence) => {
    const line = document.createElement("li");
    line.textContent = sentence;
    return line;
  }));
}

/* A screen into the page: its heading takes the focus, the page its title. */
export function screen(name, texts = {}) {
  const main = document.getElementById("main");
  main.replaceChildren(put(piece(`screen-${name}`), texts));
  for (const [place, from] of [["tools", `tools-${name}`], ["foot", `foot-${name}`]]) {
    document.getElementById(place).replaceChildren(...(document.getElementById(from) ? [piece(from)] : []));
  }
  const heading = main.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  window.scrollTo(0, 0);
  document.title = `${heading.textContent} | ${document.title.split("|").at(-1).trim()}`;
  return main;
}

export function tell(kind, sentence) {
  document.querySelector("[data-notices]")?.append(notice(kind, sentence));
}
