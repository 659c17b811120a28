/** Which questions to the refiner are done with, and how often the others were asked. Of what is too old to be asked nothing is kept. */
import type { Directive } from '../model/directive.ts';
import type { Instant } from '../model/instant.ts';

interface Tried {
  readonly count: number;
  readonly at: Instant;
}

type Asked = Pick<Directive, 'id' | 'evidence'>;

export class QuestionsAsked {
  /** Directive → how much evidence it had when its question was done with. */
  readonly #done = new Map<string, number>();
  /** By the question's key. */
  readonly #tried = new Map<string, Tried>();

  isDone({ id, evidence }: Asked): boolean {
    return this.#done.get(id) === evidence.length;
  }

  finish({ id, evidence }: Asked): void {
    this.#done.set(id, evidence.length);
  }

  /** Once more in vain; answers with how often by now. */
  tried(key: string, at: Instant): number {
    const count = (this.#tried.get(key)?.count ?? 0) + 1;
    this.#tried.set(key, { count, at });
    return count;
  }

  /** Forgets all directives but these, and the questions that were last asked before an instant. */
  keep(directives: ReadonlySet<string>, since: Instant): void {
    for (const id of this.#done.keys()) if (!directives.has(id)) this.#done.delete(id);
    for (const [key, { at }] of this.#tried) if (at < since) this.#tried.delete(key);
  }

  get size(): number {
    return this.#done.size + this.#tried.size;
  }
}
