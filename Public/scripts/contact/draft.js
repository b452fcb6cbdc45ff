// The draft of a message: kept in this tab only, and only as long as nothing in it looks like a secret.

const KEY = "guidepost-draft";
const PAUSE = 400; // ms, so that not every key writes

/**
 * Brings back what was entered before the page was loaded again.
 * @param {import("./page.js").ContactPage} page
 */
export function restoreDraft(page) {
  try {
    for (const [id, answer] of Object.entries(JSON.parse(sessionStorage.getItem(KEY)) ?? {})) {
      if (!Object.hasOwn(page.data.fields, id) || typeof answer?.text !== "string") continue;
      page.answers.set(id, { text: answer.text, unknown: answer.unknown === true });
      page.restored = true;
    }
  } catch {
    // Storage may be switched off, or hold something else.
  }
}

/**
 * Keeps the draft from now on.
 * @param {import("./page.js").ContactPage} page
 */
export function startDraft(page) {
  let timer;
  page.on("answers", () => {
    clearTimeout(timer);
    timer = setTimeout(() => save(page), PAUSE);
  });
  window.addEventListener("pagehide", () => save(page));
}

/**
 * Forgets everything that was entered.
 * @param {import("./page.js").ContactPage} page
 */
export function discardDraft(page) {
  for (const answer of page.answers.values()) Object.assign(answer, { text: "", unknown: false });
  page.restored = false;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept then.
  }
  page.tell("choices");
  page.tell("answers");
}

function save(page) {
  if (page.suspects.size > 0) return;
  const entered = [...page.answers].filter(([, { text, unknown }]) => text || unknown);
  try {
    if (entered.length) sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(entered)));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without storage a draft lasts as long as the page.
  }
}
