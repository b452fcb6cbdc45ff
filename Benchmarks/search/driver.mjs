// Asks an engine, in Node and in Chromium alike. An engine is a function that opens its index anew and resolves to
// `search(query, limit)`, which resolves to the names of the results.

/** The results of each query, all asked of one index. */
export async function ask(open, queries, limit) {
  const search = await open();
  const answers = [];
  for (const query of queries) {
    answers.push(await search(query, limit));
  }
  return answers;
}

/**
 * Milliseconds that each query takes. `first`: what it needs is at hand as text, and is read and searched; `again`: the
 * same query once more. What is asked for is brought, and the code is warm, before the clock starts.
 */
export async function time(open, queries, limit) {
  await ask(open, queries, limit);
  const search = await open();
  const times = { first: [], again: [] };
  for (const query of queries) {
    for (const kind of ["first", "again"]) {
      const start = performance.now();
      await search(query, limit);
      times[kind].push(performance.now() - start);
    }
  }
  return times;
}

/** Visits of readers with nothing stored: for each session, a list for each query of the paths that it asks for. */
export async function visit(openRecorded, sessions, limit) {
  const visits = [];
  for (const queries of sessions) {
    const seen = new Set();
    const open = openRecorded((path) => seen.add(path));
    const search = await open();
    let before = 0;
    const visit = [];
    for (const query of queries) {
      await search(query, limit);
      const paths = [...seen];
      visit.push(paths.slice(before));
      before = paths.length;
    }
    visits.push(visit);
  }
  return visits;
}

/** Guidepost's client as an engine. `fetchText(path)` resolves to a file's text below the site's root, or to null. */
export function guidepost(openIndex, locale, base, fetchText) {
  const fetch = async (url) => {
    const path = new URL(url).pathname;
    const text = await fetchText(path);
    return {
      ok: text !== null,
      status: text === null ? 404 : 200,
      headers: new Headers(),
      json: async () => JSON.parse(text),
      text: async () => text,
    };
  };
  return async () => {
    const index = await openIndex({ base, locale, fetch });
    return async (query, limit) => (await index.search(query, { limit })).results.map((result) => result.url);
  };
}
