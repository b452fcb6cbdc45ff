// Calendar files (RFC 5545) that remind readers.

/**
 * An event with an alarm at its start, as the text of an .ics file.
 * @param {{title: string, description: string, url: string, start: Date, uid: string, now?: Date}} event - `uid` is
 *   unique in the world; with the same one, a later reminder takes the place of an earlier one.
 * @returns {string}
 */
export function reminder({ title, description, url, start, uid, now = new Date() }) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Guidepost//Contact//EN",
    "BEGIN:VEVENT",
    `UID:${escaped(uid)}`,
    `DTSTAMP:${timestamp(now)}`,
    `DTSTART:${timestamp(start)}`,
    "DURATION:PT15M",
    // It is no appointment: the time stays free for others.
    "TRANSP:TRANSPARENT",
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    // Of type URI, which is not escaped.
    `URL:${new URL(url).href}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:PT0S",
    `DESCRIPTION:${escaped(title)}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** A time as 20261225T090000Z. */
function timestamp(date) {
  return date.toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "");
}

function escaped(text) {
  return text
    .replaceAll(/[\\;,]/g, "\\$&")
    .replaceAll(/\r\n?|\n/g, "\\n")
    // No other control character may stand in a text.
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");
}

/** A line in pieces of at most 75 octets; each further one begins with a space, which counts. */
function folded(line) {
  const encoder = new TextEncoder();
  let result = "";
  let octets = 0;
  // By characters, for no octets of one may be torn apart.
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      result += "\r\n ";
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
