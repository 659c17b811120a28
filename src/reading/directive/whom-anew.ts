/** Whom something known asks from now on: "五网格也来", "八网格不用报了,换六网格顶上", "胡家湾除外": who joins, and who is let off. */
import type { Label } from '../../model/label.ts';
import type { Verdict, Whom } from '../../model/reading.ts';
import { once } from '../once.ts';
import { givesTasks } from '../standing.ts';
import { matchesOf } from '../text/matches.ts';
import type { MessageView } from '../view.ts';
import { audienceOf } from './audience/index.ts';
import { withNumberedPlaces } from './audience/numbered-places.ts';
import { peopleOf } from './audience/people.ts';
import { topicsOf } from './topics.ts';

/** What is longer asks or tells something of its own. */
const LONGEST = 60;
/** All of it is off, or elsewhere: "明天视察改去别的街道,货场那边不用准备了". */
const IS_OFF = /不[搞开办弄来]了$|算了$|停了$|(?:改|换)(?:[去到在])?(?:别的?|其他|另外?|外)[\u4e00-\u9fff]{1,6}(?:了)?$/mu;
/** Who join do so in few words: what says more is an order of its own. */
const LITTLE = 20;
const CLAUSE = /[^,。;!\n\s]+/gu;
/** It is off for all, or it is asked whether it is so. */
const NOT_THAT = /(?<![要得])取消|作废|作罢|延期|暂停|恢复|[吗么呢?]/u;

const DEED = '(?:来|去|报|交|填|派人?|出人?|参加|到|跑|管|弄|搞|做|送|传|发|查|准备|上|动)';
const LET_OFF = [
  new RegExp(
    `^(?<who>.{2,20}?)(?:[那这]边|这回|这次|今天|明天|的|你们?|几[家个])?(?:就|也|都|先|可以)*(?:(?:不用|不必|不需要?|不消|免|不(?=去|来|报|参加|搞|出))再?${DEED}?|(?<![分特区个级])[别甭莫]再?${DEED})(?:了|啦)?$`,
    'u',
  ),
  /^(?<who>.{2,16}?)(?:除外|不在内|不算在内|免了)$/u,
];
const JOINS = [
  new RegExp(
    `^(?:再|还有?|另外)?(?<who>.{2,16}?)(?:[那这]边|你们?|几[家个])?(?:也|同样|照样|一起|一块儿?|一并)(?:要|得|都|跟着)*${DEED}(?!了|过)[^,]{0,6}$`,
    'u',
  ),
  /^(?:就)?(?:换成?|改由|改成|改让)(?<who>.{2,16}?)(?:去|来|报|交|填|顶上?|替|接|补上?|上)(?:一下|吧)?$/u,
  /^(?:再|还)?(?:加上?|算上|带上|增加)(?<who>.{2,16}?)$/u,
];
/** Beside those who are let off. */
const INSTEAD = [/^(?:让|由|叫)?(?<who>.{2,16}?)[你您]?(?:上|去|来|报|交|填|顶上?|替|接|补上?)(?:一下|吧)?$/u];

const MAY_SAY: ReadonlySet<Label> = new Set<Label>(['update', 'directive', 'part', 'notice']);

/** Null where it was judged what says no such thing, or is by nobody of the roster. */
export function whomSaid(view: MessageView, { label }: Verdict): Whom | null {
  return view.person !== undefined && MAY_SAY.has(label) ? whomAnew(view) : null;
}

/** Null where it says nothing of that alone. */
export function whomAnew(view: MessageView): Whom | null {
  const { normal, surface, times } = view;
  const own = normal.text.slice(surface.ownStart);
  if (own.length > LONGEST || NOT_THAT.test(own) || times.deadlines.length > 0) return null;
  return readOnce(view);
}

const readOnce = once((view: MessageView): Whom | null => {
  const { normal, surface, standing } = view;
  const clauses = matchesOf(CLAUSE, normal.text.slice(surface.ownStart)).map(([clause]) => clause);
  const off = new Set<string>();
  const on = new Set<string>();
  let [said, besides] = ['', ''];
  for (const clause of clauses) {
    const left = namedBy(LET_OFF, clause, view);
    const named = left ?? namedBy(off.size > 0 ? [...JOINS, ...INSTEAD] : JOINS, clause, view);
    for (const person of named?.people ?? []) (left === null ? on : off).add(person);
    if (named !== null && named.people.length > 0) said += named.said;
    else besides += `${clause}\n`;
  }
  if (off.size + on.size === 0 || IS_OFF.test(besides) || (on.size > 0 && besides.length > LITTLE)) return null;
  return { off: [...off].toSorted(), on: [...on].toSorted(), deed: deedIn(said), gives: givesTasks(standing) };
});

function deedIn(said: string): Whom['deed'] {
  if (/[报交填传送发]/u.test(said)) return 'hand-in';
  return /[来去到]|参加/u.test(said) ? 'come' : null;
}

interface Named {
  readonly people: readonly string[];
  /** Without the names, which may hold the word of a deed: "发展办", "交口村". */
  readonly said: string;
}

/** Those whom the first pattern that fits names, behind what it may name besides: "推演会五网格不用来了". */
function namedBy(patterns: readonly RegExp[], clause: string, { message, context: { org } }: MessageView): Named | null {
  for (const pattern of patterns) {
    const who = pattern.exec(clause)?.groups?.['who'];
    if (who === undefined) continue;
    for (let from = 0; from <= who.length - SHORTEST; from++) {
      const named = namesOnly(who.slice(from), org) ? audienceOf(who.slice(from), message, org) : null;
      if (named !== null && !named.unclear && named.general !== true)
        return { people: named.people, said: clause.replace(who, who.slice(0, from)) };
    }
  }
  return null;
}

/** A name of two. */
const SHORTEST = 2;

function namesOnly(who: string, org: MessageView['context']['org']): boolean {
  return topicsOf(withNumberedPlaces(who, org.people), [], peopleOf(org).names).length === 0;
}
