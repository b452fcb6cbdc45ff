// The rules of folding and tokenising, written as plainly as they can be, with JavaScript's own Unicode: the reference
// that Tests/Fixtures/search-text*.json hold the results of.
//
//     node Scripts/search-text-reference.mjs
//
// writes both files: in search-text.json it keeps each case's `text` and makes the rest anew; search-text-hashes.json has
// hashes of the foldings of every code point and of random strings. Node's Unicode version must be the one of
// Sources/Search/Analysis/FoldingData.swift.

import { readFileSync, writeFileSync } from "node:fs";

const VERSION = "17.0";
const INVISIBLE = /[\u00AD\u0640\u180B-\u180D\u180F\u200B-\u200D\uFE00-\uFE0F\uFEFF\u{E0100}-\u{E01EF}]/gu;
const MARKS = /(\u0438\u0306)|[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670]/gu;
const PLAIN = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i", ð: "d", þ: "th", "\u0671": "\u0627", "\u0649": "\u064A",
  "\u0629": "\u0647",
};
const KINDS = [
  ["gram2", /[\u3005-\u3007\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}]/u],
  ["hangul", /[\u1100-\u11FF\u3131-\u318E\uAC00-\uD7A3]/u],
  ["gram3", /[\u0E01-\u0E3A\u0E40-\u0E4E\u0E81-\u0EBD\u0EC0-\u0ECD\u0EDC-\u0EDF\u1000-\u103F\u1050-\u109F\u1780-\u17D3]/u],
  ["word", /[\p{L}\p{M}\p{N}]/u],
];

export function lower(text) {
  return text.normalize("NFKC").toLowerCase().replaceAll("ς", "σ")
    .replace(/[\u30A1-\u30F6\u30FD\u30FE]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(INVISIBLE, "");
}

export function bare(text) {
  return text.normalize("NFD").replace(MARKS, "$1").normalize("NFC")
    .replace(/[ßæœøđłıðþ\u0671\u0649\u0629]/g, (letter) => PLAIN[letter]);
}

const kindOf = (character) => KINDS.find(([, pattern]) => pattern.test(character))?.[0];

// Tokens of folded text: [kind, text, position].
export function tokens(folded) {
  const runs = [];
  let previous;
  let separator = "";
  for (const character of folded) {
    const kind = kindOf(character);
    if (kind && kind === previous) runs.at(-1).characters.push(character);
    else if (kind) runs.push({ kind, characters: [character], separator });
    separator = kind ? "" : separator + character;
    previous = kind;
  }
  const result = [];
  let position = 0;
  let chain = [];
  const endChain = () => {
    if (chain.length === 2 || chain.length === 3) {
      const joined = chain.map((word) => word.characters.join("")).join("");
      result.push(["word", [...joined].slice(0, 40).join(""), chain[0].position]);
    }
    chain = [];
  };
  for (const run of runs) {
    const isJoined = run.kind === "word" && chain.length > 0 && /^[-\u2010\u2011]$/.test(run.separator);
    if (!isJoined) endChain();
    if (run.separator.includes("\n") && result.length > 0) position += 1;
    run.position = position;
    const { kind, characters } = run;
    if (kind === "word") {
      result.push([kind, characters.slice(0, 40).join(""), position]);
      chain.push(run);
      position += 1;
      continue;
    }
    const size = kind === "gram3" ? 3 : 2;
    characters.forEach((character, index) => {
      if (kind === "gram2") result.push([kind, character, position + index]);
      if (index + size <= characters.length) {
        result.push([kind, characters.slice(index, index + size).join(""), position + index]);
      }
    });
    if (kind !== "gram2" && characters.length < size) result.push([kind, characters.join(""), position]);
    position += characters.length;
  }
  endChain();
  return result;
}

// FNV-1a, 32 bits, over UTF-8.
function hash(strings) {
  let value = 0x811c9dc5;
  for (const string of strings) {
    for (const byte of Buffer.from(`${string}\u0000`, "utf8")) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, "0");
}

// Everything that is compared of a text, as strings.
const facts = (text) => {
  const folded = lower(text);
  return [folded, bare(text), bare(folded), ...tokens(folded).flatMap(([kind, token, place]) => [kind, token, `${place}`])];
};

// Code points that meet in the random strings: by these ranges, so that marks find their letters.
const POOLS = [
  [[0x20, 0x7e], [0xa0, 0x24f], [0x300, 0x36f], [0x300, 0x36f], [0x1e00, 0x1eff], [0x323, 0x332]],
  [[0x370, 0x3ff], [0x1f00, 0x1fff], [0x300, 0x345], [0x400, 0x4ff], [0x438, 0x438], [0x306, 0x306], [0x2d, 0x2d]],
  [[0x5d0, 0x5ea], [0x591, 0x5c7], [0x621, 0x6d3], [0x64b, 0x670], [0xfb1d, 0xfdff], [0x34f, 0x34f]],
  [[0x900, 0x9ff], [0xa00, 0xbff], [0xc00, 0xdff], [0x93c, 0x94d], [0x9be, 0x9d7]],
  [[0x1100, 0x11ff], [0x1100, 0x1112], [0x1161, 0x1175], [0x11a7, 0x11c2], [0xac00, 0xac80], [0xffa0, 0xffdc]],
  [[0x3041, 0x30ff], [0x3099, 0x309a], [0xff65, 0xff9f], [0x4e00, 0x4eff], [0x302a, 0x302f], [0x20, 0x2d], [0x300a, 0x300b]],
  [[0xe00, 0xedf], [0x1000, 0x109f], [0x1780, 0x17df], [0xf00, 0xfff], [0xa, 0xa], [0x1b00, 0x1b7f]],
  [[0x1d100, 0x1d1ff], [0x11080, 0x113ff], [0x1e000, 0x1e0ff], [0x16d60, 0x16d6f], [0x1f1e6, 0x1f9ff], [0xfe00, 0xfe0f]],
  [[0x0, 0xd7ff], [0xe000, 0x33fff], [0xe0100, 0xe01ef], [0x200b, 0x2011], [0x61, 0x7a], [0xa, 0xa]],
];
const BATCHES = 400;
const STRINGS = 100;

function* randomStrings() {
  let state = 1;
  const random = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) % limit;
  };
  for (;;) {
    const pool = POOLS[random(POOLS.length)];
    let text = "";
    for (let left = 1 + random(12); left > 0; left--) {
      const [first, last] = pool[random(pool.length)];
      text += String.fromCodePoint(first + random(last - first + 1));
    }
    yield text;
  }
}

function hashes() {
  const planes = [];
  for (let start = 0; start < 0x110000; start += 0x400) {
    const texts = [];
    for (let code = start; code < start + 0x400; code++) {
      if (code < 0xd800 || code > 0xdfff) texts.push(String.fromCodePoint(code));
    }
    planes.push(hash(texts.flatMap(facts)));
  }
  const strings = randomStrings();
  const batches = Array.from({ length: BATCHES }, () =>
    hash(Array.from({ length: STRINGS }, () => strings.next().value).flatMap(facts)));
  return { unicode: VERSION, pools: POOLS, stringsInBatch: STRINGS, codePoints: planes, batches };
}

function main() {
  if (!process.versions.unicode.startsWith(VERSION)) throw new Error(`Unicode ${VERSION} is needed`);
  const fixtures = new URL("../Tests/Fixtures/", import.meta.url);
  const cases = JSON.parse(readFileSync(new URL("search-text.json", fixtures), "utf8")).map(({ about, text }) => {
    const folded = lower(text);
    return { about, text, lower: folded, bare: bare(folded), tokens: tokens(folded) };
  });
  writeFileSync(
    new URL("search-text.json", fixtures), `[\n${cases.map((each) => JSON.stringify(each)).join(",\n")}\n]\n`);
  writeFileSync(new URL("search-text-hashes.json", fixtures), `${JSON.stringify(hashes(), null, 1)}\n`);
}

if (process.argv[1] === new URL(import.meta.url).pathname) main();
