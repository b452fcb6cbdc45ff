// The list of all channels: whether each is open now, its hours in the reader's time, and buttons that copy addresses.

import { copyWith, element, part } from "./dom.js";
import { localWeek, status, wallClock } from "./hours.js";
import { fill } from "./texts.js";
import { openNowText, rangeText, readerZone, weekday, zoneName } from "./times.js";

/**
 * Completes the cards, and keeps them up to date.
 * @param {import("./page.js").ContactPage} page
 */
export function startCards(page) {
  const cards = page.data.channels.map((channel) => [channel, document.getElementById(`channel-${channel.id}`)]);
  const timed = cards.filter(([channel, card]) => card && channel.hours);
  for (const [channel, card] of timed) addLocalHours(page, channel, card);
  // With scripts the form is on this page: it begins with a topic.
  for (const write of document.querySelectorAll('.channel [data-part="write"]')) write.hidden = false;
  const refresh = () => {
    for (const [channel, card] of timed) showStatus(part(card, "status"), channel, page);
  };
  refresh();
  page.on("minute", refresh);
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copyWith(button, button.dataset.copy, page.texts));
  }
}

/**
 * Says on an element whether a channel is open; hides it when the channel says nothing about hours.
 * @param {HTMLElement} target
 * @param {object} channel
 * @param {import("./page.js").ContactPage} page
 */
export function showStatus(target, channel, page) {
  target.hidden = !channel.hours;
  if (!channel.hours) return;
  const now = new Date();
  const current = status(channel.hours, now);
  const text = openNowText(current, page.texts, page.data.locale, now);
  target.classList.toggle("open", current.open);
  if (target.textContent !== text) target.textContent = text;
}

/** The coming days in the reader's time, unless the reader's clocks show the channel's time. */
function addLocalHours(page, { hours }, card) {
  const place = part(card, "local");
  const now = new Date();
  if (!place || !hours.week || wallClock(readerZone(), +now) === wallClock(hours.timeZone, +now)) return;
  const { locale } = page.data;
  const lines = localWeek(hours, now, readerZone()).filter(({ ranges }) => ranges.length > 0).map(({ day, ranges }) =>
    element("li", {},
      element("span", {}, weekday(day, locale)),
      element("span", {}, ranges.map((range) => rangeText(range, page.texts, locale)).join(", "))));
  if (lines.length === 0) return;
  const title = fill(page.texts.hoursYourTime, { zone: zoneName(locale, now) });
  place.replaceChildren(element("details", { className: "local" },
    element("summary", {}, title), element("ul", { className: "hours" }, ...lines)));
  place.hidden = false;
}
