// Times in the reader's language and zone. All words and digits come from the browser.

import { wallClock } from "./hours.js";
import { fill } from "./texts.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The reader's IANA time zone. */
export const readerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";

/**
 * Whether a channel is open, in a sentence.
 * @param {{open: boolean, until: Date | null, opens: Date | null}} status - From hours.js.
 * @param {Record<string, string>} texts
 * @param {string} locale
 * @param {Date} now
 * @param {string} [timeZone]
 * @returns {string}
 */
export function openNowText(status, texts, locale, now, timeZone = readerZone()) {
  const change = status.open ? status.until : status.opens;
  if (!change) return status.open ? texts.openNow : texts.closedNow;
  const time = dayAndTime(change, locale, now, timeZone);
  if (status.open) return fill(texts.openUntil, { time });
  return fill(texts.opensAt, { time, relative: relativeTime(change, locale, now, timeZone) });
}

/**
 * A coming time with its day: "today 18:00", "Mon 09:00", or with the date when that is a week away or more.
 * @param {Date} date
 * @param {string} locale
 * @param {Date} now
 * @param {string} [timeZone]
 * @returns {string}
 */
export function dayAndTime(date, locale, now, timeZone = readerZone()) {
  const days = daysUntil(date, now, timeZone);
  if (days < 0 || days > 6) {
    const options = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
    return formatter(locale, { ...options, hourCycle: "h23", timeZone }).format(date);
  }
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const day = days < 2 ? relative.format(days, "day") : weekday(date, locale, timeZone);
  return `${day} ${timeOfDay(date, locale, timeZone)}`;
}

/**
 * How long it is until a time: "in 20 minutes", "in 3 hours", "in 2 days". Days are those of the reader's calendar, so
 * that they agree with the name of the day.
 * @param {Date} date
 * @param {string} locale
 * @param {Date} now
 * @param {string} [timeZone]
 * @returns {string}
 */
export function relativeTime(date, locale, now, timeZone = readerZone()) {
  const distance = date - now;
  const days = daysUntil(date, now, timeZone);
  // Beside a day's name, "in 1 day" says more than "tomorrow" again.
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  // Rounded up, for nothing opens in 0 minutes.
  if (Math.abs(distance) <= 59 * MINUTE) return relative.format(Math.ceil(distance / MINUTE), "minute");
  if (Math.abs(distance) < 23.5 * HOUR || days === 0) return relative.format(Math.round(distance / HOUR), "hour");
  return relative.format(days, "day");
}

/**
 * The hours of a range, as one of `localWeek`.
 * @param {[Date, Date]} range
 * @param {Record<string, string>} texts
 * @param {string} locale
 * @param {string} [timeZone]
 * @returns {string}
 */
export function rangeText([start, end], texts, locale, timeZone = readerZone()) {
  const from = timeOfDay(start, locale, timeZone);
  // Midnight is the end of a day here, not the start of the next one.
  const isMidnight = wallClock(timeZone, +end) % DAY === 0;
  return fill(texts.timeRange, { from, to: timeOfDay(end, locale, timeZone, isMidnight ? "h24" : "h23") });
}

/**
 * The short name of a weekday.
 * @param {Date} date
 * @param {string} locale
 * @param {string} [timeZone]
 * @returns {string}
 */
export function weekday(date, locale, timeZone = readerZone()) {
  return formatter(locale, { weekday: "short", timeZone }).format(date);
}

/**
 * The reader's zone by the name of its country or city: "Singapore Time".
 * @param {string} locale
 * @param {Date} now
 * @param {string} [timeZone]
 * @returns {string}
 */
export function zoneName(locale, now, timeZone = readerZone()) {
  if (/^(Etc\/)?(UTC|GMT|UCT|Universal|Zulu|Greenwich)$/.test(timeZone)) return "UTC";
  for (const timeZoneName of ["shortGeneric", "longGeneric"]) {
    const parts = formatter(locale, { timeZone, timeZoneName }).formatToParts(now);
    const name = parts.find(({ type }) => type === "timeZoneName")?.value;
    // "PT" is read by Americans only, and an offset is no name.
    if (name && !/^[A-Z]{1,5}$|[+\u2212-]\d/.test(name)) return name;
  }
  return timeZone.split("/").at(-1).replaceAll("_", " ");
}

function timeOfDay(date, locale, timeZone, hourCycle = "h23") {
  // As in the hours that the page lists: 24 hours, two digits.
  return formatter(locale, { hour: "2-digit", minute: "2-digit", hourCycle, timeZone }).format(date);
}

/** How many midnights of the zone lie between now and a time. */
function daysUntil(date, now, timeZone) {
  return (calendarDay(date, timeZone) - calendarDay(now, timeZone)) / DAY;
}

/** The midnight at the start of a time's day, as if clocks showed UTC. */
function calendarDay(date, timeZone) {
  return Math.floor(wallClock(timeZone, +date) / DAY) * DAY;
}

const formatters = new Map();

/** A formatter is costly to make, and pages ask for the same ones again. */
function formatter(locale, options) {
  const key = locale + JSON.stringify(options);
  if (!formatters.has(key)) formatters.set(key, new Intl.DateTimeFormat(locale, options));
  return formatters.get(key);
}
