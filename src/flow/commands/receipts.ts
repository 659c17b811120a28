/** 回执: who has not answered the leader's own directives – names, unranked, without times · 催: a reminder to those alone, once a day. */
import { dueWords } from '../../digest/render/deadline-line.ts';
import { renderReach, renderReaches } from '../../digest/render/index.ts';
import { oneLine } from '../../digest/render/line.ts';
import { say } from '../../digest/render/words.ts';
import { reachesOf } from '../../ledger/reach.ts';
import { dayAt } from '../../model/instant.ts';
import type { Outgoing } from '../../model/outgoing.ts';
import { quietUntil } from '../quiet-hours.ts';
import { aloneOrLost, namesOf } from './channels.ts';
import { type Asked, type DeskSettings, type Handler, told } from './context.ts';
import { keep } from './kept.ts';
import { type Own, type OwnList, ownNumbered, titleOf } from './own.ts';

export const receipts: Handler = async (asked, desk) => {
  const { person, org, at, numbers } = asked;
  if (numbers.length === 0) {
    const reaches = reachesOf(await desk.reader.ledger(), person.id, org);
    const list: OwnList = { ids: reaches.map(({ directive }) => directive.id) };
    return { blocks: [renderReaches(reaches, person, org, at).trimEnd()], drafts: [keep('own', person.id, list)] };
  }
  const own = await ownNumbered(asked, desk);
  if ('blocks' in own) return own;
  return { blocks: own.map(({ number, reach }) => renderReach(reach, number, org, dayAt(at, org.timezone))) };
};

export const urge: Handler = async (asked, desk) => {
  const own = await ownNumbered(asked, desk);
  if ('blocks' in own) return own;
  const blocks: string[] = [];
  const outgoing: Outgoing[] = [];
  for (const one of own) {
    const { line, reminders } = await urgeOne(one, asked, desk);
    blocks.push(line);
    outgoing.push(...reminders);
  }
  return { blocks, outgoing };
};

async function urgeOne(
  own: Own,
  asked: Asked,
  desk: DeskSettings,
): Promise<{ readonly line: string; readonly reminders: readonly Outgoing[] }> {
  const { directive, missing } = own.reach;
  const what = titleOf(own);
  if (directive.audience.unclear) return { line: say(told.urge.unclear, { what }), reminders: [] };
  if (missing.length === 0) return { line: say(told.urge.nobody, { what }), reminders: [] };
  const { alone, lost } = aloneOrLost(
    missing.map(({ id }) => id),
    asked,
    desk,
  );
  const fresh: string[] = [];
  for (const id of alone) if ((await desk.store.outgoing(keyOf(directive.id, id, asked))) === null) fresh.push(id);
  const again = alone.filter((id) => !fresh.includes(id));
  const parts = [
    fresh.length === 0 ? '' : say(told.urge.reminded, { people: namesOf(fresh, asked) }),
    again.length === 0 ? '' : say(told.urge.again, { people: namesOf(again, asked) }),
    lost.length === 0 ? '' : say(told.way.lost, { people: namesOf(lost, asked) }),
  ];
  return { line: `${what}\n${parts.filter((part) => part !== '').join('；')}`, reminders: fresh.map((id) => reminder(own, id, asked)) };
}

/** Unique by directive, person and day: nobody is reminded of one thing twice a day. */
function keyOf(directive: string, person: string, { at, org }: Asked): string {
  return `reminder ${directive} ${dayAt(at, org.timezone)} ${person}`;
}

function reminder({ reach: { directive } }: Own, person: string, asked: Asked): Outgoing {
  const { at, org } = asked;
  const facts = {
    name: oneLine(asked.person.name),
    what: oneLine(directive.title),
    time: dueWords(directive.deadline, dayAt(at, org.timezone), org.timezone),
  };
  return {
    key: keyOf(directive.id, person, asked),
    kind: 'reminder',
    person,
    to: null,
    blocks: [say(told.urge.text, facts)],
    createdAt: at,
    notBefore: quietUntil(org, at) ?? at,
  };
}
