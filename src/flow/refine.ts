/**
 * Refining beside the service: what is in doubt is asked about while the day goes on, so that a digest waits for nobody: at its hour it
 * is made with what was accepted by then. Asked once for each question, whoever reads it; within the day's budget; the rest stays unsure.
 */
import type { LedgerState } from '../ledger/state.ts';
import type { Deadline } from '../model/deadline.ts';
import type { Directive } from '../model/directive.ts';
import { DAY, type Instant, MINUTE } from '../model/instant.ts';
import type { Message } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { CallOutcome, Proposal, RefineMode, Refinement, RefineQuestion } from '../model/refinement.ts';
import type { Span } from '../model/span.ts';
import { provenAnswers, withControls } from '../policy/refine/control.ts';
import { type Accepted, judgeProposal } from '../policy/refine/judge.ts';
import type { PreparedQuestion } from '../policy/refine/question.ts';
import type { Log } from '../ports/log.ts';
import type { Refiner, RefinerReply } from '../ports/refiner.ts';
import type { Store } from '../ports/store.ts';
import type { WorkCalendar } from '../reading/deadline/calendar/index.ts';
import { QuestionsAsked } from './questions-asked.ts';
import { type RefineBudget, spentToday, wouldExceed, yuanOf } from './refine-budget.ts';
import { deadlineIn } from './refine-deadline.ts';
import { questionMaker } from './refine-questions.ts';
import { TURN_LENGTH } from './turns.ts';

export interface RefiningSettings {
  readonly store: Pick<Store, 'messagesBetween' | 'findMessages' | 'senderNames' | 'refineAnswers' | 'saveRefining' | 'refineCalls'>;
  readonly refiner: Refiner;
  readonly mode: RefineMode;
  readonly budget: RefineBudget;
  readonly organisation: () => Organisation;
  readonly ledger: () => Promise<LedgerState>;
  readonly calendar: WorkCalendar;
  readonly hash: (text: string) => string;
  readonly now: () => Instant;
  readonly log: Log;
}

export interface Refining {
  /** Asks about what has come to be in doubt, at most once a minute. */
  pass(): Promise<void>;
  /** Calls are cut off. */
  stop(): void;
}

interface Keyed {
  readonly prepared: PreparedQuestion;
  readonly key: string;
}

const EVERY = MINUTE;
/** What is older stood in a digest already. */
const LOOKED_BACK = DAY;
const MOST_IN_A_PASS = 48;
const BATCH = 6;
/** Late and broken answers cost all the same. */
const MOST_TRIES = 3;

export function refining(settings: RefiningSettings): Refining {
  const { store, refiner, now } = settings;
  const asked = new QuestionsAsked();
  const cutting = new AbortController();
  const questions = questionMaker(settings);
  let passedAt = Number.NEGATIVE_INFINITY;

  async function pass(): Promise<void> {
    const at = now();
    if (cutting.signal.aborted || Math.abs(at - passedAt) < EVERY) return;
    passedAt = at;
    const ledger = await settings.ledger();
    const fresh = [...ledger.directives.values()].filter((directive) => ageAt(directive, at) < LOOKED_BACK);
    asked.keep(new Set(fresh.map(({ id }) => id)), at - LOOKED_BACK);
    const open = fresh.filter((directive) => isToAsk(directive, at)).slice(0, MOST_IN_A_PASS);
    const keyed = (await Promise.all(open.map((directive) => prepare(directive, ledger)))).filter((one) => one !== null);
    const known = await store.refineAnswers(keyed.map(({ key }) => key));
    const hits = keyed.filter(({ key }) => known.has(key));
    if (hits.length > 0) await keep(hits, 'cached', { proposals: hits.map(({ key }) => known.get(key) ?? null), ...FREE });
    await askAll(keyed.filter(({ key }) => !known.has(key)));
  }

  function isToAsk(directive: Directive, at: Instant): boolean {
    // A turn may still go on.
    return ageAt(directive, at) >= TURN_LENGTH && !asked.isDone(directive);
  }

  /** Null where there is nothing to ask. */
  async function prepare(directive: Directive, ledger: LedgerState): Promise<Keyed | null> {
    const prepared = await questions.about(directive, ledger);
    if (prepared === null) asked.finish(directive);
    return prepared === null ? null : { prepared, key: settings.hash(`${refiner.model}\n${JSON.stringify(prepared.question)}`) };
  }

  async function askAll(open: readonly Keyed[]): Promise<void> {
    // The same words in four groups are one question.
    const groups = [...Map.groupBy(open, ({ key }) => key).values()];
    for (let from = 0; from < groups.length && !cutting.signal.aborted; from += BATCH) {
      if (!(await ask(groups.slice(from, from + BATCH)))) return;
    }
  }

  /** False where asking on is of no use now. */
  async function ask(batch: readonly (readonly Keyed[])[]): Promise<boolean> {
    const firsts = batch.flatMap(([first]) => (first === undefined ? [] : [first]));
    const questionsNow = firsts.map(({ prepared }) => prepared.question);
    const withKnown = withControls(questionsNow);
    const spent = spentToday(await store.refineCalls(now() - DAY), now(), settings.organisation().timezone);
    if (wouldExceed(settings.budget, spent, refiner.estimate(withKnown))) {
      if (spent.last !== 'budget') await keep([], 'budget', { proposals: [], ...FREE });
      return false;
    }
    const reply = provenReply(questionsNow, await refiner.ask(withKnown, cutting.signal));
    if (cutting.signal.aborted) return false;
    // One text that a filter dislikes must not take the others with it.
    const alone = reply.outcome === 'refused' && batch.length > 1;
    await keep(firsts, reply.outcome, reply, !alone && (reply.outcome === 'answered' || reply.outcome === 'refused'));
    if (alone) {
      for (const one of batch) if (!(await ask([one]))) return false;
      return true;
    }
    if (reply.outcome === 'answered') await keepCopies(batch, reply);
    if (reply.outcome === 'broken' || reply.outcome === 'late' || reply.outcome === 'unproven') countTries(firsts);
    return reply.outcome === 'answered' || reply.outcome === 'refused' || reply.outcome === 'broken';
  }

  async function keepCopies(batch: readonly (readonly Keyed[])[], { proposals }: Pick<RefinerReply, 'proposals'>): Promise<void> {
    const copies = batch.flatMap((group, index) => group.slice(1).map((copy) => ({ copy, proposal: proposals[index] ?? null })));
    if (copies.length === 0) return;
    await keep(
      copies.map(({ copy }) => copy),
      'cached',
      { proposals: copies.map(({ proposal }) => proposal), ...FREE },
    );
  }

  function countTries(questions: readonly Keyed[]): void {
    for (const { key, prepared } of questions) if (asked.tried(key, now()) >= MOST_TRIES) asked.finish(prepared.directive);
  }

  async function keep(
    these: readonly Keyed[],
    outcome: CallOutcome,
    { proposals, inputTokens, outputTokens }: Omit<RefinerReply, 'outcome'>,
    isAnswered = outcome === 'cached',
  ): Promise<void> {
    const at = now();
    const accepted = these.flatMap(({ prepared, key }, index): readonly Refinement[] => {
      const judged = judgedOf(prepared, proposals[index] ?? null);
      return judged === null ? [] : [{ ...judged, key, at }];
    });
    const { host, model } = refiner;
    const yuan = yuanOf(settings.budget, inputTokens, outputTokens);
    await store.saveRefining({
      call: { at, host, model, questions: these.length, inputTokens, outputTokens, yuan, outcome },
      answers: isAnswered ? these.map(({ key }, index) => ({ key, proposal: proposals[index] ?? null })) : [],
      accepted,
    });
    if (isAnswered) for (const { prepared } of these) asked.finish(prepared.directive);
    settings.log(isAnswered ? 'info' : 'warn', 'refine.asked', { outcome, questions: these.length, accepted: accepted.length });
  }

  function judgedOf(prepared: PreparedQuestion, proposal: Proposal | null): Accepted | null {
    return proposal === null ? null : judgeProposal(prepared, proposal, settings.organisation(), readDeadline);
  }

  function readDeadline(message: Message, span: Span): Deadline | null {
    return deadlineIn(message, span, { org: settings.organisation(), calendar: settings.calendar });
  }

  return { pass, stop: () => cutting.abort() };
}

function ageAt({ heardAt, openedAt }: Directive, at: Instant): number {
  return at - (heardAt ?? openedAt);
}

/** The reply to the questions themselves, believed only where the controls were answered right. */
function provenReply(
  questions: readonly RefineQuestion[],
  reply: RefinerReply,
): Omit<RefinerReply, 'outcome'> & { readonly outcome: CallOutcome } {
  if (reply.outcome !== 'answered') return { ...reply, proposals: [] };
  const proposals = provenAnswers(questions, reply.proposals);
  return proposals === null ? { ...reply, outcome: 'unproven', proposals: [] } : { ...reply, proposals };
}

const FREE = { inputTokens: 0, outputTokens: 0 };
