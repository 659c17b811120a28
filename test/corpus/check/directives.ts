/** The registry says the same as gold: sources, history and final state follow from the labels. */
import { audienceOf, strangersIn } from './audience.ts';
import { type Problem, problem } from './problem.ts';
import { isOutsider, repeated, type Scenario, tasksOf } from './scenario.ts';
import type { DirectiveEntry } from './schemas.ts';

export function checkDirectives(scenario: Scenario): readonly Problem[] {
  const file = `${scenario.folder}/directives.json`;
  const checks = [wrongSources, wrongHistory, wrongFinal, wrongPeople, wrongKind, wrongRecurrence];
  return [
    ...repeated(scenario.directives, ({ id }) => id).map(({ value, line }) => problem(file, line, `${value.id} stands twice`)),
    ...scenario.directives.flatMap(({ value, line }) =>
      checks.flatMap((check) => check(value, scenario)).map((says) => problem(file, line, `${value.id}: ${says}`)),
    ),
  ];
}

function wrongSources({ id, firstSeen, sources }: DirectiveEntry, { gold }: Scenario): readonly string[] {
  const told = gold.filter(({ value }) => tasksOf(value).includes(id)).map(({ value }) => value);
  const labelled = told.map((line) => line.id);
  const says: string[] = [];
  if (labelled.join() !== sources.join())
    says.push(`sources are ${sources.join(' ')}, but gold gives it ${labelled.join(' ') || 'no message'}`);
  if (firstSeen !== sources[0]) says.push(`firstSeen is ${firstSeen}, but its first source is ${sources[0]}`);
  if (told[0]?.label === 'update') says.push(`its first message ${told[0].id} is an update, and there is nothing yet to change`);
  return says;
}

function wrongHistory({ id, history }: DirectiveEntry, { gold }: Scenario): readonly string[] {
  const told = gold.flatMap(({ value }) => (value.change !== null && tasksOf(value).includes(id) ? [`${value.id} ${value.change}`] : []));
  const written = history.map(({ message, change }) => `${message} ${change}`);
  return [
    ...(told.join() === written.join() ? [] : [`history is [${written.join(', ')}], but gold tells [${told.join(', ')}]`]),
    ...history
      .filter(({ change, deadline }) => change !== 'reinstate' && (change === 'deadline') !== (deadline !== undefined))
      .map(({ message, change }) => `the change ${change} by ${message} ${change === 'deadline' ? 'gives no' : 'gives a'} new deadline`),
  ];
}

/** The last word counts: of cancelling, closing and reinstating for the status, of moving for the deadline. */
function wrongFinal({ deadline, history, final }: DirectiveEntry): readonly string[] {
  const statuses = { cancel: 'cancelled', done: 'done', reinstate: 'open' } as const;
  const closing = history.flatMap(({ change }) => (change in statuses ? [statuses[change as keyof typeof statuses]] : []));
  const status = closing.at(-1) ?? 'open';
  const last = history.findLast((entry) => entry.deadline !== undefined)?.deadline ?? deadline;
  return [
    ...(final.status === status ? [] : [`final status is ${final.status}, but its history ends ${status}`]),
    ...(JSON.stringify(final.deadline) === JSON.stringify(last) ? [] : ['the final deadline is not the one that its history leaves']),
  ];
}

function wrongPeople({ audience, issuer, sources }: DirectiveEntry, scenario: Scenario): readonly string[] {
  const { personOf, personBehind, messageOf } = scenario;
  const senders = sources.map((id) => {
    const message = messageOf.get(id);
    return message === undefined ? null : personBehind(message.platform, message.sender.id);
  });
  return [
    ...strangersIn(audience, scenario).map((name) => `its audience names ${name}, whom the roster doesn't have`),
    ...(audienceOf(audience, scenario).size > 0 ? [] : ['its audience is nobody']),
    ...(personOf.has(issuer) || isOutsider(issuer) ? [] : [`its issuer ${issuer} is nobody of the roster`]),
    ...(senders.includes(issuer) ? [] : [`its issuer ${issuer} sent none of its messages`]),
  ];
}

/** A task of pure traffic is told by messages labelled traffic, every other one is not. */
function wrongKind({ id, kind, urgent, sources }: DirectiveEntry, { goldOf }: Scenario): readonly string[] {
  const labels = sources
    .map((source) => goldOf.get(source))
    .filter((line) => line !== undefined && line.directives === undefined)
    .map((line) => line?.label);
  const says: string[] = [];
  if (kind === 'traffic' && labels.includes('directive')) says.push('is traffic, but a message of its own is labelled directive');
  if (kind !== 'traffic' && labels.includes('traffic')) says.push(`is ${kind}, but a message of its own is labelled traffic`);
  if (kind === 'traffic' && urgent) says.push('is traffic, which is never urgent');
  if (labels.includes('hazard') && kind !== 'hazard') says.push(`is ${kind}, but a message tells a hazard`);
  if (kind === 'hazard' && !sources.some((source) => goldOf.get(source)?.label === 'hazard'))
    says.push(`${id} is a hazard that no message tells`);
  return says;
}

function wrongRecurrence({ recurrence, until, deadline }: DirectiveEntry): readonly string[] {
  if (until === undefined) return [];
  if (recurrence === null) return ['has "until" but no recurrence'];
  return deadline !== null && until < deadline.day ? [`ends on ${until}, before its first deadline`] : [];
}
