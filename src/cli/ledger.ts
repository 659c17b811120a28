/** `ledger DIRECTIVE [--json]`: the whole story of one directive, by its id or by that of a message of it. */
import { severalLines } from '../digest/render/line.ts';
import { storiesOfMessage, storyNamed } from '../flow/directive-stories.ts';
import { liveOrganisation } from '../flow/live-organisation.ts';
import type { Story, StoryStep } from '../ledger/story.ts';
import type { Directive, DirectiveChange } from '../model/directive.ts';
import { isoAt } from '../model/instant.ts';
import { groupKey } from '../model/message.ts';
import type { Organisation } from '../model/organisation.ts';
import type { AnswerState } from '../model/reading.ts';
import { stillAsked } from '../model/seen-by.ts';
import type { Store } from '../ports/store.ts';
import { type Arguments, type Command, InputError } from './command.ts';
import { messageNamed } from './find-message.ts';
import { openExistingStore } from './store-path.ts';
import type { Say } from './words.ts';

export const ledgerCommand: Command = {
  name: 'ledger',
  summary: 'ledger.summary',
  usage: 'ledger.usage',
  takes: [1, 1],
  options: {
    group: { type: 'string', value: 'GROUP', says: 'explain.option.group' },
    json: { type: 'boolean', says: 'digest.option.json' },
    store: { type: 'string', value: 'FILE', says: 'option.store' },
  },
  async run(given, services) {
    const store = openExistingStore(given, services);
    try {
      const org = await liveOrganisation(store);
      for (const story of await storiesNamed(store, given.positionals[0] ?? '', given))
        services.print(
          given.values['json'] === true ? `${JSON.stringify(storyDocument(story, org))}\n` : storyText(story, org, services.say),
        );
      return 0;
    } finally {
      await store.close();
    }
  },
};

async function storiesNamed(store: Store, id: string, given: Arguments): Promise<readonly Story[]> {
  const story = await storyNamed(store, id);
  if (story !== null) return [story];
  const stories = await storiesOfMessage(store, await messageNamed(store, id, given));
  if (stories.length === 0) throw new InputError('error.no-directive', { id });
  return stories;
}

function storyText({ directive, steps }: Story, org: Organisation, say: Say): string {
  const { id, title, status, issuer, deadline } = directive;
  const answers = answersOf(directive);
  const lines = [
    `${id} ${title}`,
    say('ledger.head', {
      issuer: issuer.name,
      status: say(`ledger.status.${status}`),
      deadline: deadline === null ? say('ledger.nothing') : isoAt(deadline.at, org.timezone),
      asked: stillAsked(directive).length,
    }),
    ...steps.map((step) => `  ${stepText(step, org, say)}`),
    ...(answers === null ? [] : [`  ${say('ledger.answers', answers)}`]),
  ];
  // What people have written must not steer the terminal.
  return `${lines.map(severalLines).join('\n')}\n`;
}

function stepText({ at, step, message, quote, changes }: StoryStep, org: Organisation, say: Say): string {
  const group = org.groupByKey.get(groupKey(message))?.name ?? message.group;
  const changed = changes.map(
    (change) => ` ${valueText(change, change.from, org, say)} → ${valueText(change, change.to, org, say)}${forWhom(change, org)}`,
  );
  const words = quote === null || quote === '' ? '' : ` “${quote}”`;
  return `${isoAt(at, org.timezone)} ${say(`ledger.step.${step}`)}${changed.join('')} · ${group} ${message.id}${words}`;
}

/** Of a change for some of those asked. */
function forWhom({ people = [] }: DirectiveChange, org: Organisation): string {
  return people.length === 0 ? '' : ` (${people.map((id) => org.personById.get(id)?.name ?? id).join('、')})`;
}

function valueText({ field }: DirectiveChange, value: string | null, org: Organisation, say: Say): string {
  if (value === null) return say('ledger.nothing');
  if (field === 'deadline') return isoAt(Date.parse(value), org.timezone);
  return value === 'open' || value === 'cancelled' || value === 'done' ? say(`ledger.status.${value}`) : value;
}

/** How many of those who are asked have answered, each by the furthest that was said; who is closed has no answers any more. */
function answersOf(directive: Directive): Record<AnswerState, number> | null {
  if (directive.status !== 'open') return null;
  const asked = new Set(stillAsked(directive));
  const furthest = new Map<string, AnswerState>();
  const order: readonly AnswerState[] = ['acknowledged', 'reported', 'done'];
  for (const { person, state } of directive.answers) {
    if (!asked.has(person)) continue;
    const known = furthest.get(person);
    if (known === undefined || order.indexOf(state) > order.indexOf(known)) furthest.set(person, state);
  }
  const counts: Record<AnswerState, number> = { acknowledged: 0, reported: 0, done: 0 };
  for (const state of furthest.values()) counts[state]++;
  return counts;
}

function storyDocument({ directive, steps }: Story, { timezone }: Organisation) {
  const { id, kind, title, status, issuer, deadline } = directive;
  const answers = answersOf(directive);
  return {
    schema: 'qunyao.ledger/1' as const,
    item: id,
    kind,
    title,
    status,
    issuer: { id: issuer.id, name: issuer.name },
    deadline: deadline === null ? null : isoAt(deadline.at, timezone),
    asked: stillAsked(directive).length,
    story: steps.map(({ at, step, message, quote, changes }) => ({
      at: isoAt(at, timezone),
      step,
      message,
      quote,
      changes: changes.map(({ field, from, to, people }) => ({
        field,
        from: valueIn(field, from, timezone),
        to: valueIn(field, to, timezone),
        ...(people === undefined ? {} : { people }),
      })),
    })),
    ...(answers === null ? {} : { answers }),
  };
}

function valueIn(field: DirectiveChange['field'], value: string | null, timezone: string): string | null {
  return field === 'deadline' && value !== null ? isoAt(Date.parse(value), timezone) : value;
}
