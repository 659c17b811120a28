/** Quotes, which the platform gives only as text: 「name:words」, a line of dashes, the answer. Pure. */
export interface Quote {
  readonly name: string;
  readonly words: string;
  readonly answer: string;
}

const FORM = /^「(?<name>[^::\n]{1,64})[::](?<words>[\s\S]*?)」\n(?:- ?){5,}\n(?<answer>[\s\S]*)$/u;

export function quoteIn(text: string): Quote | null {
  const found = FORM.exec(text)?.groups;
  if (found === undefined) return null;
  return { name: (found['name'] ?? '').trim(), words: (found['words'] ?? '').trim(), answer: (found['answer'] ?? '').trim() };
}

interface Remembered {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export interface Lately {
  add(conversation: string, message: Remembered): void;
  /** The newest message with these words, said by somebody of this name if there is one. */
  find(conversation: string, quote: Pick<Quote, 'name' | 'words'>): string | null;
}

const MOST = 300;

export function makeLately(): Lately {
  const all = new Map<string, Remembered[]>();
  return {
    add(conversation, message) {
      const known = all.get(conversation) ?? [];
      known.push(message);
      if (known.length > MOST) known.shift();
      all.set(conversation, known);
    },
    find(conversation, { name, words }) {
      const same = (all.get(conversation) ?? []).filter(({ text }) => text.trim() === words);
      return (same.findLast((one) => one.name === name) ?? same.at(-1))?.id ?? null;
    },
  };
}
