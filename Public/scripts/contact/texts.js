// The interface's words, with what is to stand in them.

/**
 * Puts values into a text. A placeholder without a value stays, so that a mistake can be seen; values are not searched
 * for placeholders again.
 * @param {string} text - Such as "Opens at {time}".
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (placeholder, name) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}
