// When channels are open. The rules are those of OpeningHours in Swift, which names them; a table of cases binds both.
// Times are milliseconds since 1970; a local time is counted as if its clock showed UTC.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * @typedef {object} Hours
 * @property {string} timeZone - The IANA zone in which they are meant.
 * @property {[number, number][] | null} week - Minutes since Monday 00:00, sorted; null when it is always open.
 * @property {string[]} holidays - Days such as "2026-12-25" on which nothing begins.
 */

/**
 * Whether it is open, and until when, or when it opens; null where nothing changes within a year.
 * @param {Hours} hours
 * @param {Date} now
 * @returns {{open: boolean, until: Date | null, opens: Date | null}}
 */
export function status(hours, now) {
  const open = openings(hours, +now, +now + 1).length > 0;
  const change = nextChange(hours, +now);
  return { open, until: open ? change : null, opens: open ? null : change };
}

/**
 * The hours of the coming seven days as the reader's clocks show them, each cut at the reader's midnights.
 * @param {Hours} hours
 * @param {Date} now - A time of the first day.
 * @param {string} timeZone - The reader's IANA zone.
 * @returns {{day: Date, ranges: [Date, Date][]}[]} Each day by its first moment.
 */
export function localWeek(hours, now, timeZone) {
  const today = localDay(timeZone, +now);
  const midnights = Array.from({ length: 8 }, (_, index) => instantOf(timeZone, today + index * DAY));
  const found = openings(hours, midnights[0], midnights[7]);
  return midnights.slice(0, 7).map((day, index) => ({
    day: new Date(day),
    ranges: clipped(found, day, midnights[index + 1]).map((range) => range.map((time) => new Date(time))),
  }));
}

/**
 * When a reply is due. Minutes and hours count from the next opening when a channel is closed; days are days of the
 * calendar; business days are days on which it opens, and end when its hours end.
 * @param {{hours: Hours | null, responds: {within: {count: number, unit: "m" | "h" | "d" | "bd"}} | null}} channel
 * @param {Date} sentAt
 * @returns {Date | null} Null when nothing is promised.
 */
export function replyDue({ hours, responds }, sentAt) {
  if (!responds) return null;
  const { count, unit } = responds.within;
  if (unit === "m" || unit === "h") {
    const start = beginning(hours, sentAt);
    return start && new Date(+start + count * (unit === "m" ? MINUTE : HOUR));
  }
  if (unit === "bd" && hours) return endOfOpenDay(hours, sentAt, count);
  const zone = hours?.timeZone ?? "UTC";
  return new Date(instantOf(zone, +sentAt + offset(zone, +sentAt) + count * DAY));
}

/** When somebody begins to look at what is sent; null when nobody does. */
function beginning(hours, sentAt) {
  if (!hours) return sentAt;
  const { open, opens } = status(hours, sentAt);
  return open ? sentAt : opens;
}

/** The end of the hours of the so manieth day after another on which it opens; null when there is none for years. */
function endOfOpenDay(hours, sentAt, count) {
  const sent = localDay(hours.timeZone, +sentAt);
  let left = count;
  for (let day = sent + DAY; day <= sent + (count + 366) * DAY; day += DAY) {
    const ends = hours.week
      ? openingsOn(hours, day).map(([, end]) => end)
      : [instantOf(hours.timeZone, day + DAY)];
    if (ends.length > 0) left -= 1;
    if (left === 0) return new Date(Math.max(...ends));
  }
  return null;
}

function nextChange(hours, now) {
  // Most hours change within a day; only those who are closed on holidays alone need a look at the whole year.
  for (const days of hours.week ? [2, 16, 366] : []) {
    const end = now + days * DAY;
    const [first] = openings(hours, now, end);
    if (first && first[0] > now) return new Date(first[0]);
    if (first && first[1] < end) return new Date(first[1]);
  }
  return null;
}

/** The times between two times at which it is open: in order, and apart from each other. */
function openings(hours, start, end) {
  if (!hours.week) return [[start, end]];
  // An opening may have begun as many days before as it is long, and the day is another one elsewhere.
  const longest = Math.floor(Math.max(0, ...hours.week.map(([from, to]) => to - from)) / 1440) + 1;
  const found = [];
  const last = localDay(hours.timeZone, end) + DAY;
  for (let day = localDay(hours.timeZone, start) - longest * DAY; day <= last; day += DAY) {
    found.push(...openingsOn(hours, day));
  }
  return merged(clipped(found, start, end).sort((left, right) => left[0] - right[0]));
}

/** The openings that begin on a day, which is named by its local midnight. */
function openingsOn(hours, day) {
  if (hours.holidays.includes(new Date(day).toISOString().slice(0, 10))) return [];
  // Sunday is 0 for JavaScript; here the week begins with Monday.
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  const monday = day - weekday * DAY;
  return hours.week
    .filter(([start]) => Math.floor(start / 1440) === weekday)
    .map((range) => range.map((minutes) => instantOf(hours.timeZone, monday + minutes * MINUTE)))
    // When the clocks are put forward, 02:30 may be later than 03:00.
    .filter(([start, end]) => start < end);
}

function clipped(ranges, start, end) {
  return ranges
    .map((range) => [Math.max(range[0], start), Math.min(range[1], end)])
    .filter((range) => range[0] < range[1]);
}

/** The same times with those that touch or overlap as one. */
function merged(sorted) {
  const result = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last && range[0] <= last[1]) {
      last[1] = Math.max(last[1], range[1]);
    } else {
      result.push(range);
    }
  }
  return result;
}

/** The local midnight before a time. */
function localDay(timeZone, time) {
  return Math.floor((time + offset(timeZone, time)) / DAY) * DAY;
}

/**
 * The time at which a zone's clocks show something. What they show twice is the first of the two; what they skip is as
 * late as if they had not yet been put forward.
 */
function instantOf(timeZone, local) {
  // No zone is a day away from UTC, so that these are before and after a change of the clocks near that time.
  const before = offset(timeZone, local - DAY);
  const after = offset(timeZone, local + DAY);
  if (before === after || offset(timeZone, local - before) === before) return local - before;
  return offset(timeZone, local - after) === after ? local - after : local - before;
}

// A formatter is costly to make; each zone has one.
const formatters = new Map();

/** How far a zone's clocks are ahead of UTC at a time. */
function offset(timeZone, time) {
  return wallClock(timeZone, time) - Math.floor(time / 1000) * 1000;
}

/**
 * What a zone's clocks show, to the second, counted as if they showed UTC.
 * @param {string} timeZone
 * @param {number} time
 * @returns {number}
 */
export function wallClock(timeZone, time) {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    const date = { year: "numeric", month: "numeric", day: "numeric" };
    const clock = { hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23" };
    formatter = new Intl.DateTimeFormat("en-US", { timeZone, ...date, ...clock });
    formatters.set(timeZone, formatter);
  }
  const parts = Object.fromEntries(formatter.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
}
