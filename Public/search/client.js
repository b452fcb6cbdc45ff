// The search of a Guidepost site, for pages and for programs. What is known of languages and of ranking lies in the
// index; here terms are looked up, integers added and sorted, so that `guidepost search` finds the same.

const FORMAT = 1;
// What no index of the generator's has more of, and no reader shall wait for.
const MOST_DOCUMENTS = 1e6;
const MOST_CHARACTERS = 2e6;
/** A factor of one, in sixteenths: of what is matched as it was written. */
const WHOLE = 16;

/**
 * Why there are no results. Its `code` is "unreachable" (the server does not answer), "format" (the index is of a
 * newer build than this script) or "corrupt".
 */
export class SearchError extends Error {
  name = "SearchError";

  constructor(code, file, cause) {
    super(`search index ${code}: ${file}`, { cause });
    this.code = code;
  }
}

/**
 * Opens the index of a locale; `base` is the address of the site's root.
 *
 * `search(query, { limit })` resolves to `{ results, answer, isGood, unknown, incomplete? }`:
 * - results: `{ url, title, titleRanges, breadcrumb, excerpt: { text, ranges }, kind, score, language? }`, the best
 *   first; ranges are pairs of UTF-16 offsets that match, kind is "guide", "faq" or "question"
 * - answer: `{ url, title, heading, text, ranges, breadcrumb, kind, language? }` when one passage clearly wins, or null
 * - isGood: whether the first result matches well; unknown: the words that no article has in any form
 * - incomplete: true when some files did not arrive; the next search asks for them again
 * Both throw `SearchError`.
 */
export async function openIndex({ base, locale, fetch = globalThis.fetch }) {
  const root = base.replace(/\/?$/, "/");
  const files = new Map();
  let index, renewal;
  const load = async (path, shape) => {
    const response = await fetch(`${root}search/${path}`).catch(() => ({}));
    const text = response.ok ? await response.text().catch(() => null) : null;
    if (text === null) throw new SearchError("unreachable", path, response);
    return checked(path, () => shape(JSON.parse(text.length > MOST_CHARACTERS ? "" : text)));
  };
  // Each file once; what failed is asked for again.
  const read = (path, shape) => {
    if (!files.has(path)) {
      files.set(path, load(path, shape));
      files.get(path).catch(() => files.delete(path));
    }
    return files.get(path);
  };
  const open = async (suffix = "") => {
    const found = await load(`${locale}/index.json${suffix}`, indexOf);
    if (found.set !== index?.set) index = { ...found, root, read, folder: `${locale}/${found.set}/` };
  };
  await open();
  return {
    async search(query, { limit = 10 } = {}) {
      const asked = index;
      const run = (isRetry) => checked(locale, () => new Search(index, query, isRetry).run(limit));
      try {
        return await run(false);
      } catch (error) {
        if (error.cause?.status !== 404) throw error;
      }
      // A newer build has replaced the set. No cache shall answer with the old one's name.
      if (asked === index) {
        renewal ??= open(`?${Date.now()}`).finally(() => renewal = null);
        await renewal.catch((error) => {
          if (error.code !== "unreachable") throw error;
        });
      }
      return run(true);
    },
  };
}

/** What of other shape than the generator's makes fail is corrupt. */
async function checked(file, work) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SearchError ? error : new SearchError("corrupt", file, error);
  }
}

// Text

const KINDS = {
  // Han and kana.
  gram2: /^[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u,
  hangul: /^[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]/,
  // Thai, Lao, Myanmar, Khmer.
  gram3: /^[\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ecd\u0edc-\u0edf\u1000-\u103f\u1050-\u109f\u1780-\u17d3]/,
  word: /^[\p{L}\p{M}\p{N}]/u,
};
const ASCII = /^[\0-\x7f]*$/;
const SPELT = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i", ð: "d", þ: "th",
  ٱ: "ا", أ: "ا", إ: "ا", آ: "ا", ى: "ي", ة: "ه" };

/** A text without differences of case, width and kana, and without what cannot be seen. */
export function lower(text) {
  return ASCII.test(text) ? text.toLowerCase() : text.normalize("NFKC").toLowerCase()
    .replace(/[\xad\u0640\u180b-\u180d\u180f\u200b-\u200d\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}]/gu, "")
    .replace(/ς/g, "σ").replace(/[ァ-ヶヽヾ]/g, (kana) => String.fromCharCode(kana.charCodeAt() - 0x60));
}

/** A lowered text without the marks that readers leave out; й is a letter of its own. */
export function bare(text) {
  return ASCII.test(text) ? text : text.normalize("NFD")
    .replace(/(и\u0306)|[\u0300-\u036f\u064b-\u065f\u0670\u0591-\u05c7]/g, "$1")
    .normalize("NFC").replace(/[^\0-\x7f]/g, (letter) => SPELT[letter] ?? letter);
}

/**
 * The tokens of a lowered text, `{ kind, text, end }`: words, and n-grams of what is written without spaces. `joined`
 * is a word made of words (wi-fi: wifi), `part` a single character of a longer run, `pairs` how many pairs a run has.
 */
export function tokenize(text) {
  const tokens = [];
  let chain = [];
  let last = 0;
  const add = (kind, letters, end, more) =>
    tokens.push({ kind, text: letters.slice(0, 40).join(""), end: letters.length > 40 ? -1 : end, ...more });
  const join = () => {
    if (chain.length === 2 || chain.length === 3) add("word", chain.flat(), last, { joined: true });
    chain = [];
  };
  for (const { kind, parts, starts, end } of runs(text, /./gsu, (letter) => [kindOf(letter), letter])) {
    if (!kind) continue;
    if (kind !== "word" || !/^[-\u2010\u2011]$/.test(text.slice(last, starts[0]))) join();
    last = end;
    if (kind === "word") {
      chain.push(parts);
      add(kind, parts, end);
      continue;
    }
    const size = Math.min(kind === "gram3" ? 3 : 2, parts.length);
    const pairs = kind === "gram3" ? 0 : parts.length - 1;
    parts.forEach((letter, at) => {
      if (kind === "gram2" && pairs) add(kind, [letter], starts[at + 1], { pairs, part: true });
      if (at + size <= parts.length) add(kind, parts.slice(at, at + size), starts[at + size] ?? end, { pairs });
    });
  }
  join();
  return tokens;
}

function kindOf(text) {
  return Object.keys(KINDS).find((kind) => KINDS[kind].test(text));
}

/** Parts of a text that touch and are of one kind; `describe` gives the kind of a part and its folded text. */
function runs(text, pattern, describe) {
  const found = [];
  let run;
  for (const { 0: part, index } of text.matchAll(pattern)) {
    const [kind, folded] = describe(part);
    if (run?.end !== index || run.kind !== kind) found.push(run = { kind, parts: [], starts: [] });
    run.parts.push(folded);
    run.starts.push(index);
    run.end = index + part.length;
  }
  return found;
}

// Files

function indexOf(index) {
  if (index.format > FORMAT) throw new SearchError("format", "index.json");
  if (!(index.format === FORMAT && index.docs <= MOST_DOCUMENTS)) throw new TypeError();
  return index;
}

/** The terms of a file with their postings and pointers, and which of its keys point to a term. */
function shardOf(json) {
  const entries = new Map();
  const forms = new Map();
  for (const [key, value] of Object.entries(json)) {
    const [postings, ...pointers] = value.split(">", 33);
    entries.set(key, { postings, pointers });
    for (const term of pointers) addTo(forms, term, key);
  }
  return { entries, forms };
}

function addTo(map, key, value) {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

const CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_!#$%&()*+,./:;=";

/** The documents of a term, with the level of each. */
function decode(postings) {
  const documents = [];
  const levels = [];
  const [weight, ...codes] = Array.from(postings, (letter) => CODES.indexOf(letter));
  let level, number, delta = 0, shift = 0;
  for (const code of codes) {
    if (code > 63) {
      level = code - 63;
      number = -1;
      continue;
    }
    delta |= (code & 31) << shift;
    shift += 5;
    if (code > 31) continue;
    number += delta + 1;
    documents.push(number);
    levels.push(level);
    delta = shift = 0;
  }
  return { weight, documents, levels };
}

// The query

class Search {
  constructor(index, query, isRetry) {
    Object.assign(this, index, { isRetry, asked: new Set(), failures: 0, tokens: queryTokens(query, index) });
  }

  async run(limit) {
    const { pair, near, good, unseen, texts: enough } = this.ranking;
    const count = Math.max(1, Math.min(100, Math.trunc(limit) || 1));
    await Promise.all(this.tokens.map((token) => this.lookUp(token)));
    this.tokens = this.tokens.filter((token) => token.found.length || !token.joined);
    for (const token of this.tokens) {
      token.weight = Math.max(...token.found.map(({ weight }) => (token.factor * weight) >> 4));
      if (!token.found.length) token.weight = token.factor * unseen;
    }
    const hits = await this.records(this.best(Math.max(count, 10)));
    // Nobody knows whether there is nothing.
    if (this.failures && !hits.length) throw new SearchError("unreachable", this.folder);
    const texts = new Texts(this);
    for (const hit of hits.slice(0, 10)) hit.score += (pair * texts.pairs(hit.head.title)) >> 4;
    hits.sort(byScore);
    const total = sum(this.tokens);
    const full = this.tokens.filter(({ isFull }) => isFull);
    if (full.filter(({ found }) => found.length).length >= enough) {
      // Of few words titles say enough. Read only the texts that may change which document is the first.
      const least = hits[0]?.score - ((near * total) >> 4);
      const first = hits.slice(0, 3).filter(({ score }, rank) => !rank || score > least);
      await Promise.all(first.map(async (hit) => {
        hit.window = texts.window(await this.passages(hit));
        hit.score += (near * hit.window.value) >> 4;
      }));
      hits.sort(byScore);
    }
    const matching = this.tokens.filter((token) => hits[0] && token.found.some(({ weight, documents }) =>
      token.factor * weight > 0 && documents.includes(hits[0].number)));
    // What only resembles words of the articles may be about anything, and so may few words with an unknown one.
    const matched = sum(matching.filter(({ isGuess }) => !isGuess));
    const unknown = full.filter(({ isUnknown }) => isUnknown).map(({ text }) => text);
    const words = full.filter(({ kind }) => kind === "word");
    return {
      results: hits.slice(0, count).map(({ head, record: [, , , summary], window, score }) => ({
        ...head, titleRanges: texts.ranges(head.title), score,
        excerpt: window?.value ? texts.excerpt(window) : { text: summary, ranges: texts.ranges(summary) },
      })),
      answer: this.answer(hits, matching, total, texts),
      isGood: matched > 0 && matched * 100 >= total * good && !(unknown[0] && words.length < 4),
      unknown,
      ...this.failures && { incomplete: true },
    };
  }

  /** A file, or nothing when it does not arrive. */
  async file(path, shape) {
    try {
      return await this.read(path, shape);
    } catch (error) {
      if (error.code !== "unreachable" || error.cause.status === 404 && !this.isRetry) throw error;
      this.failures++;
    }
  }

  part(name, number, shape) {
    return this.file(`${this.folder}${name}-${number}.json`, shape);
  }

  async shard(key) {
    const start = bare(key.replace("*", ""));
    let number = place(this.shards, start);
    if (this.group) {
      // A large index lists its files of terms in groups, of which a reader needs few.
      const shards = await this.part("shards", number, Array.from);
      if (!shards) return;
      number = number * this.group + place(shards, start);
    }
    const shard = await this.part("terms", number, shardOf);
    if (shard) this.asked.add(shard);
    return shard;
  }

  async entry(key) {
    return (await this.shard(key))?.entries.get(key);
  }

  /** What keys have postings of, or point to; a share of their weight counts, in sixteenths. */
  async resolve(keys, share, isFollowed = true) {
    const found = await Promise.all(keys.map(async (key) => {
      const entry = await this.entry(key);
      const pointed = isFollowed && entry?.pointers.map(async (term) => [term, await this.entry(term)]) || [];
      return [[key, entry], ...await Promise.all(pointed)];
    }));
    return found.flat().filter(([, entry]) => entry?.postings)
      .map(([term, entry]) => {
        const list = entry.list ??= decode(entry.postings);
        return { ...list, term, weight: share * list.weight };
      });
  }

  /** Finds what a token may stand for: itself, what it begins, what it may be a mistake for. */
  async lookUp(token) {
    const { kind, text, key } = token;
    const { prefix, prefixKnown } = this.ranking;
    token.found = [];
    const { entries } = await this.shard(key) ?? {};
    if (!entries) return;
    token.found = await this.resolve([entries.has(text) ? text : key], WHOLE);
    if (kind === "gram2" && !token.found.length) token.found = await this.variants(text);
    const isKnown = token.found.length > 0;
    const share = isKnown ? prefixKnown : prefix;
    if (token.isLast && share && (kind === "word" || kind === "hangul")) {
      token.isPrefix = entries.has(`${key}*`);
      const longer = wordsOf(entries, key).filter((word) => word !== key).sort(shortFirst).slice(0, 8);
      // What goes on from a word that is whole as it stands is not worth more files.
      token.found.push(...await this.resolve(token.isPrefix ? [`${key}*`] : longer, share, !isKnown));
    }
    if (kind !== "word" || token.joined || token.found.length) return;
    token.found = await this.guess(token, entries);
    token.isUnknown = !token.found.length && text.length > 1;
  }

  /** Simplified for traditional characters, or the other way round. */
  async variants(text) {
    if ([...text].length < 2) return [];
    const options = await Promise.all([...text].map(async (letter) => {
      const { postings, pointers = [] } = await this.entry(letter) ?? {};
      return postings || !pointers.length ? [letter, ...pointers] : pointers;
    }));
    const texts = options.reduce((starts, ends) => starts.flatMap((start) => ends.map((end) => start + end)), [""]);
    return this.resolve(texts.filter((variant) => variant !== text).slice(0, 4), WHOLE);
  }

  async guess(token, entries) {
    const { typo1, form, typo2 } = this.ranking;
    const letters = [...token.key];
    const most = /\p{N}/u.test(token.key) ? 0 : letters.length;
    let found = most < 5 ? [] : await this.resolve(await this.similar(letters, 1), typo1);
    token.isGuess = !found.length;
    if (!found.length) found = await this.resolve(kindred(letters, entries), form);
    if (!found.length && most > 8) found = await this.resolve(await this.similar(letters, 2), typo2);
    return found;
  }

  /** Words that are spelt almost like one, of those that begin or end as it does. */
  async similar(letters, most) {
    const list = async (name, word) => {
      const number = place(this[name], word);
      return number < 0 ? [] : await this.part(name, number, Array.from) ?? [];
    };
    const [words, ends] = await Promise.all([list("words", letters.join("")), list("ends", reversed(letters))]);
    return [...new Set([...words, ...ends.map(reversed)])]
      .filter((word) => Math.abs(word.length - letters.length) <= 2 * most && isNear(letters, [...word], most))
      .map((word) => [word, alike(letters, word)])
      .sort(([a, begin], [b, other]) => other - begin || (a < b ? -1 : 1)).slice(0, 3).map(([word]) => word);
  }

  /** The documents of the highest scores, of equal ones the first. */
  best(count) {
    const { docs, ranking } = this;
    const scores = new Int32Array(docs);
    const highest = new Int32Array(docs);
    for (const { factor, found } of this.tokens) {
      for (const { weight, documents, levels } of found) {
        documents.forEach((number, at) => {
          const score = (factor * weight * (levels[at] + ranking.base)) >> 4;
          if (score > highest[number]) highest[number] = score;
        });
      }
      for (const { documents } of found) {
        for (const number of documents) {
          scores[number] += highest[number];
          highest[number] = 0;
        }
      }
    }
    const best = [];
    scores.forEach((score, number) => {
      if (score <= (best[count - 1]?.score ?? 0)) return;
      best.push({ number, score });
      best.sort(byScore).splice(count);
    });
    return best;
  }

  /** Adds what is known of documents. */
  async records(best) {
    const { block, root } = this;
    const hits = await Promise.all(best.map(async ({ number, score }) => {
      const records = await this.part("docs", Math.floor(number / block), Object);
      if (!records) return [];
      const record = records.d[number % block];
      const [path, title, crumb, , kind, , , language] = record;
      const head = { url: root + path, title, breadcrumb: records.c[crumb], kind: ["guide", "faq", "question"][kind],
        ...language && { language } };
      return { number, score, head, record };
    }));
    return hits.flat();
  }

  async passages({ record: [, , , , , name, place] }) {
    const all = await this.file(`text/${name}.json`, Array.from) ?? [];
    return place ? all.slice(place[0], place[0] + place[1]) : all;
  }

  /** The passage that answers the query, when it is clear that one does. */
  answer([first, second], matching, total, texts) {
    const { answerLead, answerShare, answerTokens } = this.ranking;
    const { window, head } = first ?? {};
    if (!window) return null;
    const isQuestion = head.kind === "question";
    // An answer need not repeat what its question says.
    const inTitle = isQuestion ? texts.scan(head.title).matches : [];
    const value = Math.max(window.value, sum(inTitle.map(({ token }) => token)));
    if (!value || first.score * 100 < second?.score * answerLead || value * 100 < total * answerShare
      || matching.filter(({ isFull }) => isFull).length < answerTokens) return null;
    const [anchor, heading, text = ""] = (isQuestion ? window.passages[0] : window.passage) ?? [];
    const end = isQuestion ? -1 : text.indexOf("\n", window.start);
    const said = texts.sentences(text, isQuestion ? 0 : window.start, end < 0 ? text.length : end);
    const { url, title } = head;
    const place = isQuestion ? { heading: title } : { heading, url: anchor ? `${url}#${anchor}` : url };
    return said ? { ...head, ...place, ...said } : null;
  }
}

function queryTokens(query, { ranking: { single, asking: low, run = [] }, asking: { words = [], strings = [] } = {} }) {
  const text = lower([...`${query}`.slice(0, 600)].slice(0, 300).join(""));
  const split = (text) => tokenize(text).map(({ end, ...token }) => ({
    ...token, key: token.kind === "word" ? bare(token.text) : token.text, isLast: !token.joined && end === text.length,
  })).filter(({ key }) => key);
  const said = split(strings.reduce((rest, string) => rest.replaceAll(string, " "), text));
  const tokens = new Map();
  for (const token of said.length ? said : split(text)) {
    const { kind, part, joined, pairs, isLast } = token;
    const known = tokens.get(kind + token.text) ?? { ...token, factor: 0 };
    const share = run[Math.min(pairs, run.length) - 1] ?? WHOLE;
    known.factor = Math.max(known.factor, ((part ? single : WHOLE) * share) >> 4);
    known.part &&= part;
    known.joined &&= joined;
    known.isLast ||= isLast;
    if (tokens.size < 40) tokens.set(kind + token.text, known);
  }
  const all = [...tokens.values()];
  const asks = ({ kind, key }) => kind === "word" && words.includes(key);
  const isMore = all.some((token) => !token.joined && !asks(token));
  for (const token of all) {
    const isAsking = isMore && asks(token);
    if (isAsking) token.factor = low;
    token.isFull = !token.part && !token.joined && !isAsking;
  }
  return all;
}

/** The number of the part that a key belongs to, of parts that begin with these keys. */
function place(firsts, key) {
  return firsts.findLastIndex((first) => first <= key);
}

function byScore(a, b) {
  return b.score - a.score || a.number - b.number;
}

function sum(tokens) {
  return [...new Set(tokens)].reduce((total, { weight }) => total + weight, 0);
}

function reversed(word) {
  return [...word].reverse().join("");
}

function shortFirst(a, b) {
  return a.length - b.length || (a < b ? -1 : 1);
}

function wordsOf(entries, start) {
  return [...entries.keys()].filter((key) => key.startsWith(start) && !/[ *]/.test(key));
}

/** How many letters two words begin with alike. */
function alike(letters, word) {
  const others = [...word];
  const length = others.findIndex((letter, at) => letter !== letters[at]);
  return length < 0 ? others.length : length;
}

/** The keys that have the longest beginning in common with a word, and half of it. */
function kindred(letters, entries) {
  const found = wordsOf(entries, letters.slice(0, 3).join("")).map((word) => [alike(letters, word), word]);
  const longest = Math.max(3, letters.length / 2, ...found.map(([length]) => length));
  return found.filter(([length]) => length === longest).map(([, word]) => word).sort(shortFirst).slice(0, 3);
}

/** Whether at most so many letters inserted, left out, replaced or swapped make one word of the other. */
function isNear(a, b, most) {
  const at = a.findIndex((letter, index) => letter !== b[index]);
  if (at < 0) return b.length - a.length <= most;
  if (most === 0) return false;
  const [x, y] = [a.slice(at), b.slice(at)];
  return isNear(x.slice(1), y.slice(1), most - 1) || isNear(x.slice(1), y, most - 1) || isNear(x, y.slice(1), most - 1)
    || x[0] === y[1] && x[1] === y[0] && isNear(x.slice(2), y.slice(2), most - 1);
}

// Passages

// A word of letters that n-grams are never made of, or a letter with its marks.
const PARTS = /(?:(?![\u0e01-\u1d00\u2e80-\u{10ffff}])[\p{L}\p{N}]\p{M}*)+|[\p{L}\p{N}]\p{M}*|\n/gu;
const SPACE = /[ \n\t\xa0\u3000]/;
const SENTENCE_END = /[.!?؟۔।](?=[ \n\t\xa0\u3000])|[。！？]+[」』）”’]*|(?=\n)|$/g;
const ENDED = /[.!?؟۔।。！？]["'“\p{Pe}\p{Pf}]*$/u;

/** Where the tokens of a query stand in texts. */
class Texts {
  constructor({ tokens, asked, ranking }) {
    const forms = new Map();
    for (const token of tokens) {
      const terms = token.found.map(({ term }) => term);
      const others = [...asked].flatMap((shard) => terms.flatMap((term) => [...shard.forms.get(term) ?? []]));
      for (const form of [token.text, token.key, ...terms, ...others]) addTo(forms, form, token);
    }
    const prefixes = tokens.filter(({ isPrefix }) => isPrefix);
    // The tokens that a word is a form of.
    const tokensOf = remembering((word) => {
      const text = bare(lower(word));
      return new Set([...forms.get(text) ?? [], ...prefixes.filter(({ key }) => text.startsWith(key))]);
    });
    const describe = remembering((part) => [part === "\n" ? part : kindOf(lower(part)) ?? "word", lower(part)]);
    const starts = new Set([...forms.keys()].map((form) => [...form][0]));
    Object.assign(this, { tokens, forms, tokensOf, describe, starts, size: Math.min(ranking.window, 64) });
  }

  /**
   * The matches in a text, with their places in a measure of distance: a word is 2 wide, a character of n-grams 1, the
   * end of a block 8. `breaks` are where two characters touch that a line may break between.
   */
  scan(text) {
    const matches = [];
    const breaks = new Set();
    let from = 0, last = -1;
    const add = (forms, start, end, from, to) => {
      for (const token of forms ?? []) matches.push({ token, start, end, from, to });
    };
    for (const { kind, parts, starts, end } of runs(text, PARTS, this.describe)) {
      if (kind === "\n") from += 8 * parts.length;
      else if (kind === "word") add(this.tokensOf(text.slice(starts[0], end)), starts[0], end, from, from += 2);
      else {
        if (kind !== "hangul") {
          for (const start of starts.slice(last === starts[0] ? 0 : 1)) breaks.add(start);
          last = end;
        }
        const letters = parts.flatMap((part, number) => [...part].map((letter) => [letter, number]));
        letters.forEach(([letter, number], at) => {
          if (!this.starts.has(letter)) return;
          let gram = "";
          for (const [next, last] of letters.slice(at, at + 3)) {
            gram += next;
            add(this.forms.get(gram), starts[number], starts[last + 1] ?? end, from + number, from + last + 1);
          }
        });
        from += parts.length;
      }
    }
    return { matches, breaks };
  }

  /** The weight of the query's neighbours that are neighbours in a title. */
  pairs(title) {
    const { matches } = this.scan(title);
    const places = (token) => matches.filter((match) => match.token === token);
    const full = this.tokens.filter(({ isFull }) => isFull);
    return full.slice(1).reduce((bonus, next, at) => {
      const token = full[at];
      const starts = new Set(places(next).map(({ from }) => from));
      const isRun = token.kind !== "word" && token.kind === next.kind;
      const isPair = places(token).some(({ from, to }) => starts.has(to) || isRun && starts.has(from + 1));
      return isPair ? bonus + Math.min(token.weight, next.weight) : bonus;
    }, 0);
  }

  /** The place in passages where the weightiest tokens stand near to each other. */
  window(passages) {
    let best = { value: 0, passages };
    for (const passage of passages) {
      const { matches, breaks } = this.scan(passage[2]);
      matches.forEach(({ from, start }, first) => {
        if (from === matches[first - 1]?.from) return;
        const limit = from + this.size;
        const inside = new Set();
        let end = start;
        for (let at = first; matches[at]?.from < limit; at++) {
          if (matches[at].to > limit) continue;
          inside.add(matches[at].token);
          end = Math.max(end, matches[at].end);
        }
        const value = sum(inside);
        if (value > best.value) best = { value, passages, passage, matches, breaks, start, end };
      });
    }
    return best;
  }

  /** What matches in a part of a text, counted from its start. */
  ranges(text, start = 0, end = text.length, { matches } = this.scan(text)) {
    const ranges = [];
    for (const match of matches) {
      if (match.start < start || match.end > end || !match.token.isFull) continue;
      const [from, to] = [match.start - start, match.end - start];
      const last = ranges.at(-1);
      if (from <= last?.[1]) last[1] = Math.max(last[1], to);
      else ranges.push([from, to]);
    }
    return ranges;
  }

  /** Up to 180 characters around a window, by whole sentences where they fit. */
  excerpt(window) {
    const { passage: [, , text], start, end, breaks } = window;
    const isSpace = (at) => SPACE.test(text.charAt(at));
    const sentences = split(text);
    let before = "", after = "";
    let first = sentences.filter(([from]) => from <= start).pop()[0];
    if (start - first > 60) {
      first = start - 40;
      before = "…";
      while (first < start && (isSpace(first) || !isSpace(first - 1) && !breaks.has(first))) first++;
    }
    let last = text.length;
    const most = first + 180;
    if (last > most) {
      last = sentences.filter(([, to]) => to > Math.max(end, first + 90) && to <= most).pop()?.[1];
      if (!last) {
        after = "…";
        last = most;
        while (last > start && (isSpace(last - 1) || !isSpace(last) && !breaks.has(last))) last--;
        if (last === start) last = most;
        while (/^[\p{M}\udc00-\udfff]/u.test(text.slice(last, last + 2))) last--;
      }
    }
    const ranges = this.ranges(text, first, last, window).map((range) => range.map((at) => at + before.length));
    return { text: before + plain(text.slice(first, last)) + after, ranges };
  }

  /** As many whole sentences of a part of a text as 300 narrow characters hold, if they hold one that has its mark. */
  sentences(text, start, end) {
    const all = split(text.slice(0, end)).filter(([, to]) => to > start);
    const first = all[0]?.[0];
    const fits = (said) => said.length <= 600 && width(said) <= 300 && ENDED.test(said);
    const last = all.filter(([, to]) => fits(text.slice(first, to))).pop()?.[1];
    return last && { text: plain(text.slice(first, last)), ranges: this.ranges(text, first, last) };
  }
}

function remembering(work) {
  const known = new Map();
  return (value) => known.get(value) ?? known.set(value, work(value)).get(value);
}

/** The sentences of a text: where they start and end. */
function split(text) {
  const sentences = [];
  let start = 0;
  for (const { 0: sign, index } of text.matchAll(SENTENCE_END)) {
    const end = index + sign.length;
    while (start < end && SPACE.test(text[start])) start++;
    if (start < end) sentences.push([start, end]);
    start = end;
  }
  return sentences;
}

function width(text) {
  return [...text].reduce((sum, letter) => sum + (KINDS.gram2.test(letter) || KINDS.hangul.test(letter) ? 2 : 1), 0);
}

function plain(text) {
  return text.replaceAll("\n", " ");
}
