/** A short title out of the text's own words: the clause that names the deed and its object, without time, audience and politeness. */
import type { Span } from '../../model/span.ts';
import { anyOf } from '../lexicon.ts';
import { clausesOf } from '../text/sentences.ts';

const DEED = new RegExp(anyOf('handIn', 'deeds'), 'u');
const OBJECT = new RegExp(anyOf('objects', 'meeting'), 'u');
const LEAD =
  /^(?:@[^\s]{1,16}\s*|【[^】]{0,12}(?:通知|提示|紧急|提醒|任务)[^】]{0,6}】|(?:各|全体|所有|每)[\u4e00-\u9fff、]{0,12}?(?:村|社区|单位|部门|位|办|站|所|中心|支部|组|员|人|长|书记|主任)[、:,]?|(?:通知|转发?|紧急通知|温馨提示|重要通知)[:：]?|(?:请|务必|须|要|需|应|于|在|把|将|抓紧|尽快|立即|马上|麻烦|烦请|辛苦|另外?|还有|再|并|同时|同志们|大家|你们|恁|书记们|主任们|镇里|县里|刚才|的|前|内|之前|以前|[\d一二三四五六七八九十]+[.、)）]|[①-⑩]|[（(]\d+[)）]|[,，:：;；、。\s!]))+/u;
const MAX_TITLE = 26;

/**
 * @param text the normal text, of which `region` is the ask
 * @param times spans (offsets of `text`) of the times in it, which the title leaves out
 */
export function titleOf(text: string, region: Span, times: readonly Span[]): string {
  const clauses = clausesOf(text, region[0], region[1]).map((span) => clean(text, span, times)).filter((clause) => clause.length > 1);
  const scored = clauses.map((clause, index) => ({ clause, index, score: score(clause, index) }));
  const best = scored.toSorted((a, b) => b.score - a.score || a.index - b.index)[0];
  if (best === undefined) return text.slice(region[0], region[1]).trim().slice(0, MAX_TITLE);
  const before = best.clause.length < 8 || !OBJECT.test(best.clause) ? clauses[best.index - 1] : undefined;
  const joined = before !== undefined && before.length <= 16 ? `${before},${best.clause}` : best.clause;
  return shorten(joined);
}

function clean(text: string, [start, end]: Span, times: readonly Span[]): string {
  let clause = '';
  for (let index = start; index < end; index++) {
    const inTime = times.some(([from, to]) => index >= from && index < to);
    if (!inTime) clause += text[index];
  }
  return clause.replace(LEAD, '').replace(/[\s,、:;]+$/u, '').replaceAll(/\s+/gu, ' ');
}

function score(clause: string, index: number): number {
  const length = clause.length >= 4 && clause.length <= 30 ? 1 : 0;
  return (DEED.test(clause) ? 2 : 0) + (OBJECT.test(clause) ? 1.5 : 0) + length - index * 0.15;
}

function shorten(title: string): string {
  const characters = [...title];
  return characters.length <= MAX_TITLE ? title : `${characters.slice(0, MAX_TITLE - 1).join('')}…`;
}
