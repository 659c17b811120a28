/** What a log may hold of an error: no message of it, since that may quote a text. */

/** Where in the program it came up: the first lines of the stack hold no text of messages. */
export function placeOf(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .slice(1, 4)
        .map((line) => line.trim())
        .join(' < ')
    : '';
}

/** The system's or the store's code; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
