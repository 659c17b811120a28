/** Gold: one line a message, in the chat's order, with tasks, changes and answers where the guide wants them and nowhere else. */
import type { Label } from '../../../src/model/label.ts';
import { audienceOf } from './audience.ts';
import { type Problem, problem } from './problem.ts';
import { repeated, type Scenario, tasksOf } from './scenario.ts';
import type { GoldLine } from './schemas.ts';

const NEEDS_TASK: ReadonlySet<Label> = new Set<Label>(['directive', 'update', 'part', 'traffic', 'hazard']);
const MAY_HAVE_TASK: ReadonlySet<Label> = new Set<Label>([...NEEDS_TASK, 'appeal']);
/** What a picture or a film without words can be: it neither talks nor answers. */
const WORDLESS: ReadonlySet<Label> = new Set<Label>(['photo_dump', 'greeting', 'opaque', 'share', 'part']);

export function checkGold(scenario: Scenario): readonly Problem[] {
  const file = `${scenario.folder}/gold.jsonl`;
  const { chat, gold, messageOf, goldOf } = scenario;
  const checks = [wrongTasks, wrongChange, wrongAnswer, wrongDone, wrongPicture];
  return [
    ...repeated(gold, ({ id }) => id).map(({ value, line }) => problem(file, line, `message ${value.id} is labelled twice`)),
    ...gold
      .filter(({ value }) => !messageOf.has(value.id))
      .map(({ value, line }) => problem(file, line, `there is no message ${value.id}`)),
    ...chat
      .filter(({ value }) => !goldOf.has(value.id))
      .map(({ value, line }) => problem(`${scenario.folder}/chat.jsonl`, line, `message ${value.id} has no label`)),
    ...gold
      .filter(({ value }, index) => value.id < (gold[index - 1]?.value.id ?? ''))
      .map(({ value, line }) => problem(file, line, `${value.id} stands out of order`)),
    ...gold.flatMap(({ value, line }) => checks.flatMap((check) => check(value, scenario)).map((says) => problem(file, line, says))),
  ];
}

function wrongTasks(line: GoldLine, { directiveOf }: Scenario): readonly string[] {
  const { id, label, directive, directives } = line;
  const tasks = tasksOf(line);
  const says = tasks.filter((task) => !directiveOf.has(task)).map((task) => `${id} belongs to ${task}, which directives.json doesn't have`);
  if (directives !== undefined && directives[0] !== directive) says.push(`"directive" of ${id} must be the first of "directives"`);
  if (new Set(tasks).size !== tasks.length) says.push(`${id} names a task twice`);
  if (NEEDS_TASK.has(label) && tasks.length === 0) says.push(`${id} is ${label} and belongs to no task`);
  if (!MAY_HAVE_TASK.has(label) && tasks.length > 0)
    says.push(`${id} is ${label}, which belongs to no task; what it answers stands in "answers"`);
  return says;
}

function wrongChange({ id, label, change }: GoldLine): readonly string[] {
  if (label === 'update') return change === null ? [`${id} is an update and says no change`] : [];
  return change === null ? [] : [`${id} is ${label} and can't change a task (${change}); only an update can`];
}

/** Only somebody who was asked can answer, and only after the asking. */
function wrongAnswer({ id, label, answers }: GoldLine, scenario: Scenario): readonly string[] {
  if (answers === undefined) return [];
  const directive = scenario.directiveOf.get(answers);
  if (directive === undefined) return [`${id} answers ${answers}, which directives.json doesn't have`];
  const says: string[] = [];
  if (label !== 'ack' && label !== 'report') says.push(`${id} is ${label}; only an ack or a report answers`);
  const message = scenario.messageOf.get(id);
  const sender = message === undefined ? '' : scenario.personBehind(message.platform, message.sender.id);
  if (!audienceOf(directive.audience, scenario).has(sender)) says.push(`${id} answers ${answers}, but ${sender} is not in its audience`);
  const first = scenario.placeOf.get(directive.firstSeen) ?? Infinity;
  if ((scenario.placeOf.get(id) ?? 0) <= first) says.push(`${id} answers ${answers} before its first message ${directive.firstSeen}`);
  return says;
}

function wrongDone({ id, label, answers, done }: GoldLine): readonly string[] {
  return done === true && (label !== 'report' || answers === undefined) ? [`${id} is "done", which only a report that answers can be`] : [];
}

function wrongPicture({ id, label }: GoldLine, { messageOf }: Scenario): readonly string[] {
  const message = messageOf.get(id);
  const isBare = (message?.kind === 'image' || message?.kind === 'video') && message.text.trim() === '';
  return isBare && !WORDLESS.has(label) ? [`${id} is a picture without words, which can't be ${label}`] : [];
}
