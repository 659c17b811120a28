/** Texts on their way, and the account's own messages coming back: what the platform shows of a text proves that it was sent. */
import type { Target } from '../../src/adapter-kit.ts';

export interface Proofs {
  /** Resolves with the id of the own message that carries the text, or with null when it hasn't come in time. */
  expect(target: Target, text: string, ms: number): { readonly proof: Promise<string | null>; cancel(): void };
  /** An own message: answers with the words that were given to be sent, where it is one of those. */
  saw(target: Target, id: string, text: string): string;
}

interface Expected {
  readonly target: Target;
  readonly text: string;
  found: string | null;
  prove(id: string | null): void;
}

/** Texts are known again for a while after they were given up: then the proof is late, and still one. */
const MOST = 100;

export function makeProofs(): Proofs {
  const all: Expected[] = [];
  return {
    expect(target, text, ms) {
      const { promise, resolve } = Promise.withResolvers<string | null>();
      const timer = setTimeout(() => resolve(null), ms);
      all.push({ target, text: plain(text), found: null, prove: resolve });
      if (all.length > MOST) all.shift();
      return { proof: promise.finally(() => clearTimeout(timer)), cancel: () => resolve(null) };
    },
    saw(target, id, text) {
      const shown = plain(text);
      // In groups, names to be notified stand before or behind what was given.
      const one = all.find(
        (expected) =>
          expected.found === null && expected.target.to === target.to && expected.target.id === target.id && shown.includes(expected.text),
      );
      if (one === undefined) return text;
      one.found = id;
      one.prove(id);
      return one.text;
    },
  };
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
