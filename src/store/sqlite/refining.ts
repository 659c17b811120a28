/** Answers of a refiner, what was accepted of them, and the log of calls: only ever added to. */
import type { Instant } from '../../model/instant.ts';
import type { CallOutcome, Proposal, RefineCall, Refinement } from '../../model/refinement.ts';
import type { RefineStep, RefineStore } from '../../ports/refine-store.ts';
import type { Connection } from './connection.ts';

interface CallRow {
  readonly at: Instant;
  readonly host: string;
  readonly model: string;
  readonly questions: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly yuan: number;
  readonly outcome: CallOutcome;
}

export function refineKeeping({ db, writing }: Connection): RefineStore {
  const answersOf = db.prepare<[string], { readonly key: string; readonly body: string | null }>(
    'SELECT key, body FROM refine_answer WHERE key IN (SELECT value FROM json_each(?))',
  );
  const addAnswer = db.prepare('INSERT INTO refine_answer (key, at, body) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING');
  const addRefinement = db.prepare(
    'INSERT INTO refinement (directive, key, at, body) VALUES (?, ?, ?, ?) ON CONFLICT (directive, key) DO NOTHING',
  );
  const next = db.prepare<[], number>('SELECT coalesce(max(number), 0) + 1 FROM refine_call').pluck();
  const addCall = db.prepare(`
    INSERT INTO refine_call (number, at, host, model, questions, input_tokens, output_tokens, yuan, outcome)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const refinementsSince = db.prepare<[Instant], string>('SELECT body FROM refinement WHERE at >= ? ORDER BY at, directive, key').pluck();
  const callsSince = db.prepare<[Instant], CallRow>('SELECT * FROM refine_call WHERE at >= ? ORDER BY number');

  const save = writing(({ call, answers, accepted }: RefineStep): void => {
    const { at, host, model, questions, inputTokens, outputTokens, yuan, outcome } = call;
    addCall.run(next.get(), at, host, model, questions, inputTokens, outputTokens, yuan, outcome);
    for (const { key, proposal } of answers) addAnswer.run(key, at, proposal === null ? null : JSON.stringify(proposal));
    for (const one of accepted) addRefinement.run(one.directive, one.key, one.at, JSON.stringify(one));
  });

  return {
    async refineAnswers(keys) {
      const rows = answersOf.all(JSON.stringify(keys));
      return new Map(rows.map(({ key, body }) => [key, body === null ? null : (JSON.parse(body) as Proposal)]));
    },
    async saveRefining(step) {
      save(step);
    },
    async refinements(since) {
      return refinementsSince.all(since).map((body) => JSON.parse(body) as Refinement);
    },
    async refineCalls(since) {
      return callsSince.all(since).map(callOf);
    },
  };
}

function callOf({ at, host, model, questions, input_tokens, output_tokens, yuan, outcome }: CallRow): RefineCall {
  return { at, host, model, questions, inputTokens: input_tokens, outputTokens: output_tokens, yuan, outcome };
}
