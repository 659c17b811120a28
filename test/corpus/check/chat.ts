/** The chat: ids and times in order, senders whom the group knows, references that point back, and nothing that names real people. */
import { isoAt, parseInstant } from '../../../src/model/instant.ts';
import { type Problem, problem } from './problem.ts';
import type { Row } from './read.ts';
import { isOutsider, repeated, type Scenario } from './scenario.ts';
import type { ChatLine } from './schemas.ts';

export function checkChat(scenario: Scenario): readonly Problem[] {
  const file = `${scenario.folder}/chat.jsonl`;
  const checks = [wrongGroup, wrongSender, wrongMention, wrongReference, wrongKind, wrongZone, namesRealPeople];
  const twice = repeated(scenario.chat, ({ id }) => id).map(({ value, line }) => problem(file, line, `message ${value.id} stands twice`));
  const order = scenario.chat.flatMap((row, index) =>
    wrongOrder(row, scenario.chat[index - 1]).map((says) => problem(file, row.line, says)),
  );
  const single = scenario.chat.flatMap(({ value, line }) =>
    checks.flatMap((check) => check(value, scenario)).map((says) => problem(file, line, says)),
  );
  return [...twice, ...order, ...single];
}

function wrongOrder({ value }: Row<ChatLine>, before: Row<ChatLine> | undefined): readonly string[] {
  if (before === undefined) return [];
  const says: string[] = [];
  if (value.id < before.value.id) says.push(`message ${value.id} stands after ${before.value.id}`);
  if (instant(value) < instant(before.value)) says.push(`${value.id} was sent before ${before.value.id}, which stands above it`);
  return says;
}

function wrongGroup({ group, platform }: ChatLine, { roster }: Scenario): readonly string[] {
  const known = roster.groups.some((one) => one.id === group && one.platform === platform);
  return known ? [] : [`group ${group} of ${platform} stands in no roster`];
}

function wrongSender({ sender, group, platform }: ChatLine, { roster, personOf, personBehind }: Scenario): readonly string[] {
  if (isOutsider(sender.id)) return [];
  const person = personBehind(platform, sender.id);
  if (!personOf.has(person)) return [`sender ${sender.id} is nobody of the roster; an outsider's id begins with x-`];
  const members = roster.groups.find(({ id }) => id === group)?.members ?? [];
  return members.includes(person) ? [] : [`sender ${sender.id} is no member of ${group}`];
}

function wrongMention({ mentions = [], platform }: ChatLine, { personOf, personBehind }: Scenario): readonly string[] {
  return mentions
    .filter((id) => id !== '*' && !isOutsider(id) && !personOf.has(personBehind(platform, id)))
    .map((id) => `mentions ${id}, who is nobody of the roster`);
}

/** A reply, a recall and an edit name an earlier message of the same group. */
function wrongReference({ id, group, replyTo, recalls, edits }: ChatLine, { placeOf, messageOf }: Scenario): readonly string[] {
  const named = { replyTo, recalls, edits };
  return Object.entries(named).flatMap(([key, target]) => {
    if (target === undefined) return [];
    if ((placeOf.get(target) ?? Infinity) >= (placeOf.get(id) ?? 0)) return [`${key} names ${target}, which is no earlier message`];
    return messageOf.get(target)?.group === group ? [] : [`${key} names ${target}, which stands in another group`];
  });
}

/** What a kind of message must carry. */
function wrongKind({ kind, recalls, file, durationSec, url, text }: ChatLine): readonly string[] {
  const needs: readonly (readonly [boolean, string])[] = [
    [(kind === 'recall') !== (recalls !== undefined), 'a recall, and nothing else, says what it recalls'],
    [(kind === 'file') !== (file !== undefined), 'a file, and nothing else, has a file name'],
    [(kind === 'voice') !== (durationSec !== undefined), 'a voice note, and nothing else, has a length'],
    [kind === 'link' && url === undefined, 'a link has an address'],
    [(kind === 'chain' || kind === 'system') && text === '', `a message of kind ${kind} has a text`],
  ];
  return needs.filter(([broken]) => broken).map(([, says]) => says);
}

function wrongZone({ sentAt }: ChatLine, { roster }: Scenario): readonly string[] {
  const at = parseInstant(sentAt);
  return at !== null && isoAt(at, roster.timezone) === sentAt
    ? []
    : [`sentAt ${sentAt} is not written in the organisation's time zone, to the second`];
}

/** Numbers of phones and identity cards, and addresses, must be of the kinds that belong to nobody. */
function namesRealPeople({ text, url }: ChatLine): readonly string[] {
  const phones = [...text.matchAll(/(?<!\d)1[3-9]\d{9}(?!\d)/gu)]
    .map(([number]) => number)
    .filter((number) => !number.startsWith('1380000'));
  const cards = [...text.matchAll(/(?<!\d)\d{17}[\dXx](?!\d)/gu)].map(([number]) => number);
  const sites = [...`${text} ${url ?? ''}`.matchAll(/https?:\/\/([\w.-]+)/gu)]
    .map(([, site = '']) => site)
    .filter((site) => !isReserved(site));
  return [
    ...phones.map((number) => `the phone number ${number} may be somebody's; write 1380000 and four digits`),
    ...cards.map((number) => `${number} may be somebody's identity card`),
    ...sites.map((site) => `${site} may be a real site; write example.com or a name under .example or .test`),
  ];
}

function isReserved(site: string): boolean {
  return /(?:^|\.)(?:example(?:\.(?:com|net|org|cn))?|test|invalid)$/u.test(site);
}

function instant({ sentAt }: ChatLine): number {
  return parseInstant(sentAt) ?? 0;
}
