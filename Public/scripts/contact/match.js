// Which topics a search was probably about.
//
// 1. Cut the query and each topic's title, keywords and articles into words, or into pairs of characters where spaces
//    do not part words (Chinese, Japanese) or words have changing ends (Korean).
// 2. Each part of the query counts for a topic that has it: the more, the fewer topics have it, and the more often this
//    one does. A keyword of which the query has every part counts once more.
// 3. A topic is likely when it has enough of what the query says; those far behind the best one are left out.

import { isPair, isSimilar, isSingle, parts } from "./match-parts.js";

const COUNT = 3;
/** How much of the query a topic must have; more when that is a single pair of characters, which may be chance. */
const COVERAGE = { pair: 0.6, more: 0.3 };
/** How far behind the best topic the others may be. */
const SHARE = 0.5;
/** What a part of the query that no topic has counts against all: pairs across the borders of words are no words. */
const UNKNOWN = { word: 0.5, pair: 0.3 };
const WEIGHTS = { title: 1, keywords: 1, articles: 0.6 };
/** What each doubling of the places in which a topic has a part adds to it. */
const OFTEN = 0.15;
/** Another form of a word, a character of a pair, and all of a keyword. */
const [SIMILAR, SINGLE, WHOLE] = [0.7, 0.3, 0.5];

/**
 * The topics that a search was probably about.
 * @param {string} query
 * @param {{id: string, title: string, keywords: string[], articles: {title: string}[]}[]} topics
 * @returns {string[]} at most three ids, the likeliest first; none when nothing matches well
 */
export function likelyTopics(query, topics) {
  const asked = new Set(parts(query));
  const entries = topics.map((topic) => ({ id: topic.id, ...indexOf(topic), score: 0, evidence: 0 }));
  const rarity = (count) => Math.log((topics.length + 1) / Math.max(1, count));
  let said = 0;
  for (const part of asked) {
    const found = entries.map((entry) => ({ entry, value: strength(part, entry.index) }))
      .filter(({ value }) => value > 0);
    const share = isSingle(part) ? SINGLE : 1;
    said += share * (found.length > 0 ? rarity(found.length) : rarity(1) * UNKNOWN[isPair(part) ? "pair" : "word"]);
    for (const { entry, value } of found) {
      entry.score += share * value * rarity(found.length);
      // A word is as good as two pairs.
      entry.evidence += isSingle(part) ? 0 : isPair(part) ? 1 : 2;
    }
  }
  for (const entry of entries) if (hasWhole(entry.keywords, asked)) entry.score += WHOLE * rarity(1);
  const best = Math.max(...entries.map(({ score }) => score));
  const least = Math.max(rarity(topics.length / 3), SHARE * best);
  return entries
    .filter(({ score, evidence }) => score >= least && score >= COVERAGE[evidence > 1 ? "more" : "pair"] * said)
    .sort((left, right) => right.score - left.score)
    .slice(0, COUNT).map(({ id }) => id);
}

/** What a topic is about: its parts with their weight, and those of each keyword. */
function indexOf({ title, keywords, articles }) {
  const index = new Map();
  const add = (text, weight) => {
    const found = [...new Set(parts(text))];
    for (const part of found) {
      const entry = index.get(part) ?? { weight: 0, count: 0 };
      index.set(part, { weight: Math.max(weight, entry.weight), count: entry.count + 1 });
    }
    return found;
  };
  add(title, WEIGHTS.title);
  for (const article of articles) add(article.title, WEIGHTS.articles);
  return {
    keywords: keywords.map((keyword) => add(keyword, WEIGHTS.keywords)),
    index: new Map([...index].map(([part, { weight, count }]) => [part, weight * (1 + OFTEN * Math.log2(count))])),
  };
}

/** How well a topic has a part of the query: as it is, or in another form. */
function strength(part, index) {
  const exact = index.get(part);
  if (exact !== undefined || isPair(part)) return exact ?? 0;
  let best = 0;
  for (const [other, weight] of index) if (isSimilar(part, other)) best = Math.max(best, weight * SIMILAR);
  return best;
}

/** Whether the query has every part of a keyword that has several. */
function hasWhole(keywords, asked) {
  return keywords.some((found) =>
    found.filter((part) => !isSingle(part)).length > 1 && found.every((part) => asked.has(part)));
}
