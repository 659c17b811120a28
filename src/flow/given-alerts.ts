/** Which alerts were given: none goes out twice. They are kept by directive, to be forgotten with it. */
import type { AlertReason } from '../model/digest.ts';

export function alertKey(person: string, directive: string, reason: AlertReason): string {
  return `${person} ${directive} ${reason}`;
}

export class GivenAlerts {
  readonly #given = new Map<string, Set<string>>();

  /** @param keys as `alertKey` makes them */
  constructor(keys: readonly string[]) {
    for (const key of keys) {
      const [reason = '', directive = '', ...person] = key.split(' ').toReversed();
      this.add(person.toReversed().join(' '), directive, reason);
    }
  }

  has(person: string, directive: string, reason: string): boolean {
    return this.#given.get(directive)?.has(`${person} ${reason}`) === true;
  }

  add(person: string, directive: string, reason: string): void {
    const known = this.#given.get(directive);
    if (known === undefined) this.#given.set(directive, new Set([`${person} ${reason}`]));
    else known.add(`${person} ${reason}`);
  }

  /** The others are forgotten. */
  keep(directives: ReadonlyMap<string, unknown>): void {
    for (const id of this.#given.keys()) if (!directives.has(id)) this.#given.delete(id);
  }
}
