/**
 * Labelled pairs for the merge decision: each ask of a chat beside every known directive that could be meant, and whether both are
 * one task. The ledger is led by the gold: each ask joins the directive of its task, whatever the program would have decided.
 */
import { type ChangeLikeness, changeLikenesses } from '../../../src/ledger/change-likeness.ts';
import { directiveId } from '../../../src/ledger/directive-id.ts';
import { type Alone, aloneness } from '../../../src/ledger/likely-targets.ts';
import { comparedWith, type Likeness, likenessOf } from '../../../src/ledger/likeness.ts';
import { possibleAtFirst } from '../../../src/ledger/merge.ts';
import { LedgerState } from '../../../src/ledger/state.ts';
import { targetsAtFirst } from '../../../src/ledger/target.ts';
import { targetPool } from '../../../src/ledger/target-pool.ts';
import type { Directive } from '../../../src/model/directive.ts';
import type { Instant } from '../../../src/model/instant.ts';
import type { MergeModel } from '../../../src/model/merge-weights.ts';
import { groupKey, type MessageKey, messageKey } from '../../../src/model/message.ts';
import { type Answer, type Ask, type Change, isTold, type TurnReading } from '../../../src/model/reading.ts';
import type { Scenario } from '../scenario.ts';

export type Family = 'copy' | 'told' | 'order';

/** A change beside a directive that could be meant. */
export interface ChangePair {
  readonly same: boolean;
  readonly likeness: ChangeLikeness;
  readonly change: Change;
  readonly alone: Alone;
}

/** What is possible at first sight, with the signs that the second look weighs. */
export interface Looked {
  readonly signs: Float64Array;
  readonly same: boolean;
}

export interface Pairs {
  readonly asks: readonly Pair[];
  readonly changes: readonly ChangePair[];
  /** For the second look at asks and at changes. */
  readonly askLooks: readonly Looked[];
  readonly changeLooks: readonly Looked[];
}

export interface Pair {
  readonly family: Family;
  readonly same: boolean;
  readonly likeness: Likeness;
  /** The ask, to find the best of its pairs. */
  readonly ask: Ask;
  readonly known: Directive;
}

const POOL = 12;

/**
 * @param readings of all turns, in time order
 * @param merging what the first look weighs by; the shipped model where nothing is given
 */
export function pairsOf(scenario: Scenario, readings: readonly TurnReading[], merging?: MergeModel): Pairs {
  const led = new GoldLedger(scenario, merging);
  const pairs: Pair[] = [];
  const changes: ChangePair[] = [];
  const askLooks: Looked[] = [];
  const changeLooks: Looked[] = [];
  for (const reading of readings) {
    for (const { ask, place, task, at } of asksOf(scenario, reading)) {
      for (const compared of comparedWith(ask, led.candidates(reading, ask, at), led.state)) {
        const { known } = compared;
        const same = led.isSame(task, known);
        const family = familyOf(ask, known);
        const likeness = likenessOf(ask, reading, compared, led.state, at);
        if (same === null || family === null) continue;
        pairs.push({ family, same, likeness, ask, known });
      }
      for (const { judged, signs } of possibleAtFirst(led.state, reading, ask, at)) {
        const same = led.isSame(task, judged.directive);
        if (same !== null) askLooks.push({ signs, same });
      }
      led.add(reading, ask, place, task, at);
    }
    for (const change of reading.changes) {
      changes.push(...changePairs(scenario, led, reading, change));
      changeLooks.push(...changeLooksOf(scenario, led, reading, change));
      led.change(reading, change);
    }
    for (const answer of reading.answers) led.answer(reading, answer);
  }
  return { asks: pairs, changes, askLooks, changeLooks };
}

/** What replies to its directive needs no guess, so it teaches nothing. */
function changePairs(scenario: Scenario, led: GoldLedger, reading: TurnReading, change: Change): readonly ChangePair[] {
  const message = scenario.messages.get(change.evidence[0]?.id ?? '');
  if (message === undefined || change.targets.length > 0) return [];
  if (message.label === 'update' && !led.knowsAny(message.tasks)) return [];
  const at = message.sentAt;
  const pool = targetPool(led.state, reading, change, at);
  const likenesses = changeLikenesses(change, reading, pool, led.state, at);
  const alone = aloneness(change, reading);
  return likenesses.flatMap((likeness, index) => {
    const same = led.isChanged(message.label === 'update' || message.label === 'directive' ? message.tasks : [], pool[index]);
    return same === null ? [] : [{ same, likeness, change, alone }];
  });
}

function changeLooksOf(scenario: Scenario, led: GoldLedger, reading: TurnReading, change: Change): readonly Looked[] {
  const message = scenario.messages.get(change.evidence[0]?.id ?? '');
  if (message === undefined || change.change === 'whom') return [];
  if (message.label === 'update' && !led.knowsAny(message.tasks)) return [];
  const tasks = message.label === 'update' || message.label === 'directive' ? message.tasks : [];
  return targetsAtFirst(led.state, reading, change, message.sentAt).flatMap(({ directive, signs }) => {
    const same = led.isChanged(tasks, directive);
    return same === null ? [] : [{ signs, same }];
  });
}

function familyOf(ask: Ask, known: Directive): Family | null {
  if (ask.kind === 'traffic') return known.kind === 'traffic' ? 'copy' : null;
  if (isTold(ask.kind)) return isTold(known.kind) ? 'told' : null;
  if (ask.kind !== 'directive' && ask.kind !== 'meeting') return null;
  if (known.kind === 'directive' || known.kind === 'meeting') return 'copy';
  return known.kind === 'hazard' || known.kind === 'appeal' ? 'order' : null;
}

/** A task's id; `none` where the message asks for no task, `unknown` where it asks for several and this one can't be told. */
type TaskName = string;

interface Placed {
  readonly ask: Ask;
  /** Among those of its message. */
  readonly place: number;
  readonly task: TaskName;
  readonly at: Instant;
}

export function asksOf(scenario: Scenario, { asks }: TurnReading): readonly Placed[] {
  const byMessage = Map.groupBy(asks, (ask) => ask.evidence[0]?.id ?? '');
  const placed = [...byMessage].flatMap(([id, list]) => {
    const message = scenario.messages.get(id);
    if (message === undefined) return [];
    const isUpdate = message.label === 'update';
    return list.map((ask, place) => {
      const task = isUpdate ? 'unknown' : nameOf(scenario, message.tasks, ask, place, list.length);
      return { ask, place, task, at: message.sentAt };
    });
  });
  return placed.toSorted((a, b) => a.at - b.at);
}

/** Of several tasks of a message the one at the same place, or the only one with the ask's deadline. */
function nameOf(scenario: Scenario, tasks: readonly string[], ask: Ask, place: number, asks: number): TaskName {
  if (tasks.length <= 1) return tasks[0] ?? 'none';
  if (tasks.length === asks) return tasks[place] ?? 'unknown';
  const dated = scenario.tasks.filter(({ id, deadline }) => tasks.includes(id) && deadline?.day === ask.deadline?.day);
  return dated.length === 1 ? (dated[0]?.id ?? 'unknown') : 'unknown';
}

class GoldLedger {
  readonly state: LedgerState;
  readonly #scenario: Scenario;
  readonly #homes = new Map<TaskName, string>();
  readonly #tasks = new Map<string, TaskName>();
  #order = 0;

  constructor(scenario: Scenario, merging?: MergeModel) {
    this.#scenario = scenario;
    this.state = new LedgerState(merging);
  }

  candidates({ turn }: TurnReading, ask: Ask, at: Instant): readonly Directive[] {
    const due = ask.deadline === null ? [] : this.state.dueAt(ask.deadline.at, POOL);
    const pool = new Set([...this.state.sharing(ask.topics, POOL), ...this.state.inGroup(groupKey(turn), POOL), ...due]);
    const own = ask.evidence[0]?.id;
    return [...pool].filter((known) => known.openedAt <= at && !known.evidence.some(({ id }) => id === own));
  }

  /** Null where the gold doesn't say. */
  isSame(task: TaskName, known: Directive): boolean | null {
    const other = this.#tasks.get(known.id) ?? 'unknown';
    if (task === 'unknown' || other === 'unknown') return null;
    return task !== 'none' && task === other;
  }

  add(reading: TurnReading, ask: Ask, place: number, task: TaskName, at: Instant): void {
    const home = this.#homes.get(task);
    const own = { turn: messageKey(reading.turn), at, order: this.#order++ };
    if (home !== undefined) {
      this.state.append({ ...own, kind: 'evidenced', directive: home, ask, voice: reading.sender.person, why: '' });
      return;
    }
    const directive = directiveId(ask.evidence[0] ?? reading.turn, place);
    this.state.append({ ...own, kind: 'opened', directive, ask, issuer: reading.sender, similarTo: [] });
    this.#tasks.set(directive, task);
    if (task !== 'none' && task !== 'unknown') this.#homes.set(task, directive);
  }

  /** Where it is not known which directive a task is, what changes it teaches nothing; what changes no task at all does. */
  knowsAny(tasks: readonly TaskName[]): boolean {
    return tasks.length === 0 || tasks.some((task) => this.#homes.has(task));
  }

  /** Null where the gold doesn't say. */
  isChanged(tasks: readonly TaskName[], known: Directive | undefined): boolean | null {
    const task = this.#tasks.get(known?.id ?? '') ?? 'unknown';
    return task === 'unknown' ? null : tasks.includes(task);
  }

  /** So do answers. */
  answer({ turn }: TurnReading, { platform, group, id, person, state }: Answer): void {
    const message = this.#scenario.messages.get(id);
    const directive = message?.answers == null ? undefined : this.#homes.get(message.answers);
    if (message === undefined || directive === undefined) return;
    const own = { turn: messageKey(turn), at: message.sentAt, order: this.#order++ };
    this.state.append({ ...own, kind: 'answered', directive, person, state, message: { platform, group, id } });
  }

  /** Changes go where the gold has them. */
  change({ turn }: TurnReading, { change, deadline, audience, evidence, topics }: Change): void {
    const [source] = evidence;
    const message = source === undefined ? undefined : this.#scenario.messages.get(source.id);
    if (source === undefined || message === undefined) return;
    const key: MessageKey = { platform: source.platform, group: source.group, id: source.id };
    for (const task of message.tasks) {
      const directive = this.#homes.get(task);
      if (directive === undefined) continue;
      const own = { turn: messageKey(turn), at: message.sentAt, order: this.#order++ };
      this.state.append({ ...own, kind: 'changed', directive, change, deadline, audience, evidence, topics, message: key });
    }
  }
}
