/** JSON as exporters write it, not only as the standard has it. */

export type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

export function parseJson(text: string): Parsed {
  const read = tryParse(text);
  if (read.ok || !text.includes('\\x')) return read;
  // Telegram Desktop writes control characters as \x0B, which no JSON parser takes.
  return tryParse(
    text.replace(/\\(?:x([0-9a-fA-F]{2})|[\s\S])/gu, (whole, hex: string | undefined) => (hex === undefined ? whole : `\\u00${hex}`)),
  );
}

function tryParse(text: string): Parsed {
  try {
    // The slow way only where a number may be longer than a double holds: two ids must not become one.
    return { ok: true, value: /\d{16}/u.test(text) ? JSON.parse(text, exactIntegers) : JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** Integers beyond 2^53 come back as the string that stands in the source. */
function exactIntegers(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  const source = context?.source;
  return typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/u.test(source) ? source : value;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
