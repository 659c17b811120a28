/**
 * Half of a work chat is 收到 and its like: what so short a text says by itself, whoever says it and whenever, is read once and kept.
 * Longer texts hardly ever come again, so they are read each time.
 */

const SHORT = 16;
/** Some megabytes; beyond it we start again. */
const MOST_TEXTS = 10_000;

/** @param read must depend on nothing but the text and what is given with it, which must not change */
export function byShortText<Given extends object, Read>(read: (text: string, given: Given) => Read): (text: string, given: Given) => Read {
  const known = new WeakMap<Given, Map<string, Read>>();
  return (text, given) => {
    if (text.length > SHORT) return read(text, given);
    let texts = known.get(given);
    if (texts === undefined) {
      texts = new Map();
      known.set(given, texts);
    }
    let kept = texts.get(text);
    if (kept === undefined) {
      kept = read(text, given);
      if (texts.size >= MOST_TEXTS) texts.clear();
      texts.set(text, kept);
    }
    return kept;
  };
}
