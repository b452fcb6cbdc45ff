// Puts channels in the order in which they suit the reader's need, and says why. The rules and the table of weights are
// those of ChannelRanking in Swift, which ranks for the built page; one table of cases tests both.

/**
 * @typedef {object} Need
 * @property {?{id: string, channels: string[]}} topic
 * @property {"urgent"|"normal"|"low"} urgency
 * @property {"simple"|"complex"} complexity
 * @property {string} language the one in which the reader wants to talk
 * @property {"any"|"text"|"voice"|"in-person"} medium
 * @property {boolean} openOnly
 * @property {Record<string, ?boolean>} open whether each channel is open; null or missing where that is not known
 * @property {boolean} needsAttachment whether the topic asks for a screenshot or another file
 * @property {boolean} hasPrivateDetails whether the topic asks for anything that is nobody else's business
 */

/**
 * The channels that handle the need, best first.
 * @param {object[]} channels in the order of the page's data
 * @param {Need} need
 * @param {Record<string, number>} weights the table of the page's data
 * @returns {{channel: object, score: number, fits: boolean, reasons: {key: string, good: boolean}[]}[]}
 */
export function rank(channels, need, weights) {
  return channels
    .filter((channel) => !need.topic || !channel.topics || channel.topics.includes(need.topic.id))
    .map((channel) => entry(channel, need, weights))
    .sort((left, right) => right.fits - left.fits || right.score - left.score);
}

/**
 * Whether somebody who speaks one language can talk to somebody who answers in the other: they are the same, or one of
 * them leaves open what the other one says more about (`zh` and `zh-Hans`, but not `zh-Hans` and `zh-Hant`).
 * @param {string} one a BCP 47 code
 * @param {string} other
 * @returns {boolean}
 */
export function languagesMatch(one, other) {
  return `${one}-`.startsWith(`${other}-`) || `${other}-`.startsWith(`${one}-`);
}

/** A channel with what all rules say of it. */
function entry(channel, need, weights) {
  const findings = RULES.map((rule) => rule(channel, need, weights)).filter((finding) => finding !== null);
  const told = findings.filter((finding) => finding.key)
    .sort((left, right) => Math.abs(right.points) - Math.abs(left.points))
    .map(({ key, good }) => ({ key, good }));
  return {
    channel,
    score: findings.reduce((sum, finding) => sum + finding.points, 0),
    fits: !findings.some((finding) => finding.missesWish),
    reasons: [...told.filter((reason) => reason.good), ...told.filter((reason) => !reason.good)],
  };
}

/** What a rule says: points, and the key of what readers are told, or null when the points matter to nobody. */
const good = (points, key) => ({ points, key, good: true, missesWish: false });
const bad = (points, key, missesWish = false) => ({ points: -points, key, good: false, missesWish });

const COUNT_OF_URGENCIES = 3;
const COUNT_OF_COMPLEXITIES = 2;
const MINUTES = { m: 1, h: 60, d: 1440, bd: 1440 };

const RULES = [publicPlace, medium, language, openness, urgency, complexity, topic, reply, attachments];

function publicPlace(channel, need, weights) {
  return channel.public && need.hasPrivateDetails ? bad(weights.publicPlace, "reasonPublic") : null;
}

function medium(channel, need, weights) {
  if (need.medium === "any") return null;
  return channel.medium === need.medium
    ? good(weights.wish, "reasonMedium")
    : bad(weights.wish, "reasonOtherMedium", true);
}

function language(channel, need, weights) {
  if (channel.languages.length === 0) return null;
  return channel.languages.some((code) => languagesMatch(code, need.language))
    ? good(weights.language, "reasonLanguage")
    : bad(weights.language, "reasonOtherLanguage");
}

function openness(channel, need, weights) {
  const usual = { urgent: weights.openWhenUrgent, normal: weights.open, low: 0 }[need.urgency];
  const wish = need.openOnly ? weights.wish : 0;
  if (usual + wish === 0) return null;
  switch (need.open[channel.id]) {
    case true: return good(usual + wish, "reasonOpen");
    case false: return bad(usual + wish, "reasonClosed", need.openOnly);
    // What may be open is not known to be so.
    default: return need.openOnly ? bad(wish, null, true) : null;
  }
}

function urgency(channel, need, weights) {
  if (!isChoice(channel.urgency, COUNT_OF_URGENCIES)) return null;
  const suits = channel.urgency.includes(need.urgency);
  if (need.urgency !== "urgent") return suits ? good(weights.lesserUrgency, null) : bad(weights.lesserUrgency, null);
  return suits ? good(weights.urgency, "reasonUrgent") : bad(weights.urgency, "reasonNotUrgent");
}

function complexity(channel, need, weights) {
  if (!isChoice(channel.complexity, COUNT_OF_COMPLEXITIES)) return null;
  const isSimple = need.complexity === "simple";
  return channel.complexity.includes(need.complexity)
    ? good(weights.complexity, isSimple ? "reasonSimple" : "reasonComplex")
    : bad(weights.complexity, isSimple ? "reasonNotSimple" : "reasonNotComplex");
}

function topic(channel, need, weights) {
  const place = need.topic?.channels.indexOf(channel.id) ?? -1;
  if (place >= 0) {
    return good(Math.max(weights.topic, weights.preferred - place * weights.preferredStep), "reasonTopic");
  }
  return need.topic && channel.topics ? good(weights.topic, "reasonTopic") : null;
}

function reply(channel, need, weights) {
  // While nobody is there, a reply takes longer than it says.
  if (!channel.responds || need.open[channel.id] === false) return null;
  const span = channel.responds.typical ?? channel.responds.within;
  const minutes = span.count * MINUTES[span.unit];
  let points = weights.reply;
  for (let limit = weights.replyFrom; limit < minutes && points > 0; limit *= 2) {
    points -= Math.trunc(weights.reply / 8);
  }
  return good(points, minutes <= weights.quickReply && need.urgency !== "low" ? "reasonFast" : null);
}

function attachments(channel, need, weights) {
  if (!need.needsAttachment) return null;
  return channel.attachments
    ? good(weights.attachments, "reasonAttachments")
    : bad(weights.attachments, "reasonNoAttachments");
}

/** Whether a list leaves something out: one that names everything says as little as an empty one. */
function isChoice(values, count) {
  return values.length > 0 && values.length < count;
}
