// Asks Guidepost's search client in Node: `node node_client.mjs OUTPUT < tasks.json > results.jsonl`, where OUTPUT is a
// published site. The files are read from the folder, each once.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ask, guidepost, time, visit } from "./driver.mjs";

const root = process.argv[2];
const base = "https://help.example/";
const texts = new Map();

const tasks = JSON.parse(await readFile("/dev/stdin", "utf8"));
// Node takes a file named .js for CommonJS where no package says otherwise.
const source = await readFile(join(root, "search/client.js"));
const { openIndex } = await import(`data:text/javascript;base64,${source.toString("base64")}`);

async function fetchText(path) {
  if (!texts.has(path)) {
    texts.set(path, await readFile(join(root, decodeURIComponent(path)), "utf8").catch(() => null));
  }
  return texts.get(path);
}

const open = guidepost(openIndex, tasks.locale, base, fetchText);

function openRecorded(note) {
  return guidepost(openIndex, tasks.locale, base, (path) => {
    note(path);
    return fetchText(path);
  });
}

function write(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

for (const [name, queries] of Object.entries(tasks.queries)) {
  for (const urls of await ask(open, queries, tasks.limit)) {
    write({ kind: name, urls });
  }
}
for (const paths of await visit(openRecorded, tasks.sessions, tasks.limit)) {
  write({ kind: "visit", paths });
}
write({ kind: "times", ...await time(open, tasks.timed, tasks.limit) });
