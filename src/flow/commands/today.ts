/** 今日: today's digest, or what it would hold by now · 全部: the whole of the last one that was delivered. */
import { layoutDigest, plainBlocks } from '../../digest/render/index.ts';
import { say } from '../../digest/render/words.ts';
import { digestDay, digestDays } from '../../digest/schedule.ts';
import type { Digest } from '../../model/digest.ts';
import { DAY, type Day, isoAt } from '../../model/instant.ts';
import type { Organisation, Person } from '../../model/organisation.ts';
import { byDirective } from '../../policy/refine/overlay.ts';
import { closingWindow, composeDigest } from '../close-day.ts';
import { REFINED_FOR } from '../make-digest.ts';
import { type Asked, type DeskSettings, type Handler, type Reply, reply, told } from './context.ts';
import type { ShownList } from './handles.ts';
import { keep } from './kept.ts';

export const today: Handler = async (asked, desk) => {
  const { person, org, at } = asked;
  const digest = await desk.store.digestOf(person.id, digestDay(org, person, at));
  if (digest !== null) return shown(asked, digest, blocksOf(digest, org, person));
  const preview = await previewOf(asked, desk);
  const head = say(told.byNow, { time: isoAt(at, org.timezone).slice(11, 16) });
  return shown(asked, preview, [head, ...blocksOf(preview, org, person)]);
};

export const all: Handler = async ({ person, org }, { store }) => {
  const last = await store.lastDelivered(person.id);
  const digest = last === null ? null : await store.digestOf(person.id, last.date);
  if (digest === null) return reply(told.noneDelivered);
  // From now on numbers mean this list again.
  return { blocks: blocksOf(digest, org, person, Number.POSITIVE_INFINITY), drafts: [keep('shown', person.id, null)] };
};

/** Numbers refer to what was shown last. */
function shown({ message: { platform, account, id }, person, at }: Asked, { items }: Digest, blocks: readonly string[]): Reply {
  const list: ShownList = {
    key: `answer ${platform} ${account} ${id}`,
    at,
    items: items.map(({ number, id, title, together }) => ({ number, id, title, ...(together === undefined ? {} : { together }) })),
  };
  return { blocks, drafts: [keep('shown', person.id, list)] };
}

function blocksOf(digest: Digest, org: Organisation, person: Person, maxLines?: number): readonly string[] {
  return plainBlocks(layoutDigest(digest, { org, person, ...(maxLines === undefined ? {} : { maxLines }) }));
}

/** Nothing of it is kept: the digest that will be sent is made at its hour. */
async function previewOf({ person, org, at }: Asked, { store, reader, calendar, gaps }: DeskSettings): Promise<Digest> {
  const ledger = await reader.ledger();
  const from = (await store.lastDigest(person.id, at))?.window.to ?? at - DAY;
  const window = closingWindow(from, at, await store.judgedBetween(from, at), ledger);
  const isWorkday = (day: Day): boolean => calendar.isWorkday(day);
  const notCovered = (gaps?.() ?? []).filter(({ group }) => group.members.includes(person.id)).map(({ group }) => group.name || group.id);
  const refinements = byDirective(await store.refinements(at - REFINED_FOR));
  return composeDigest({ org, ledger, due: digestDays(org, isWorkday), isWorkday, notCovered, refinements }, person, window);
}
