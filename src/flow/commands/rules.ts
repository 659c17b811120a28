/** 规则: what admins have put over the shipped rules · 试跑: what muting one would have done · 停用: the same, and 确认 mutes it. */
import { oneLine } from '../../digest/render/line.ts';
import { say, words } from '../../digest/render/words.ts';
import { isoAt } from '../../model/instant.ts';
import { NO_OVERLAY } from '../../model/tuning.ts';
import { type ChangeOutcome, changeRule } from '../change-rule.ts';
import { REHEARSED_DAYS, type Rehearsal } from '../rehearse.ts';
import { type Asked, type DeskSettings, type Handler, type Reply, reply, told } from './context.ts';
import { keep } from './kept.ts';
import type { Waiting } from './waiting.ts';

const RULES_A_BLOCK = 15;
const ITEMS_SHOWN = 5;

export const rules: Handler = async (_, { store, shipped }) => {
  const overlay = (await store.ruleVersions()).at(-1)?.overlay ?? NO_OVERLAY;
  const stateOf = (id: string, weight: number): string =>
    overlay.muted.includes(id)
      ? told.rules.muted
      : overlay.weights[id] === undefined
        ? ''
        : say(told.rules.weight, { weight: overlay.weights[id] ?? weight });
  const lines = [...overlay.rules, ...shipped.rules].map(({ id, says, label, weight }) =>
    say(told.rules.line, { id, label: words.labels[label], says: oneLine(says), state: stateOf(id, weight) }),
  );
  const head = say(told.rules.head, { own: overlay.rules.length, shipped: shipped.rules.length, muted: overlay.muted.length });
  const blocks = Array.from({ length: Math.ceil(lines.length / RULES_A_BLOCK) }, (_unused, index) =>
    lines.slice(index * RULES_A_BLOCK, (index + 1) * RULES_A_BLOCK).join('\n'),
  );
  return { blocks: [head, ...blocks] };
};

export const rehearse: Handler = async (asked, desk) => ({ blocks: outcomeLines(await muting(asked.text, asked, desk, false), asked) });

export const mute: Handler = async (asked, desk) => {
  const outcome = await muting(asked.text, asked, desk, false);
  const blocks = outcomeLines(outcome, asked);
  if (outcome.kind !== 'rehearsed') return { blocks };
  const waiting: Waiting = { kind: 'mute', at: asked.at, rule: asked.text };
  return {
    blocks: [...blocks, say(told.rules.confirm, { id: asked.text })],
    buttons: told.yesNo,
    drafts: [keep('waiting', asked.person.id, waiting)],
  };
};

export async function confirmMute(asked: Asked, { rule }: Extract<Waiting, { kind: 'mute' }>, desk: DeskSettings): Promise<Reply> {
  const drafts = [keep('waiting', asked.person.id, null)];
  const overlay = (await desk.store.ruleVersions()).at(-1)?.overlay ?? NO_OVERLAY;
  // Saved, and then a crash came before the answer.
  if (overlay.muted.includes(rule)) return { ...reply(told.rules.saved, { id: rule }), drafts };
  const outcome = await muting(rule, asked, desk, true);
  if (outcome.kind === 'saved') await desk.reloaded();
  return { blocks: outcome.kind === 'saved' ? [say(told.rules.saved, { id: rule })] : outcomeLines(outcome, asked), drafts };
}

async function muting(
  id: string,
  { org, person, at }: Asked,
  { store, calendar, shipped, breathe }: DeskSettings,
  save: boolean,
): Promise<ChangeOutcome> {
  const settings = {
    org,
    calendar,
    shipped,
    days: REHEARSED_DAYS,
    evenIf: [],
    by: person.id,
    reason: told.rules.reason,
    at,
    // Muting brings no pattern.
    timePattern: () => 0,
    progress: () => {},
    breathe,
  };
  return await changeRule(store, { kind: 'mute', id }, settings, save);
}

function outcomeLines(outcome: ChangeOutcome, { org, text }: Asked): readonly string[] {
  switch (outcome.kind) {
    case 'refused':
      return [
        outcome.refusals.some(({ code }) => code === 'rules.refused.nothing')
          ? told.rules.mutedBefore
          : say(told.rules.unknown, { id: oneLine(text) }),
      ];
    case 'overtaken':
      return [told.rules.overtaken];
    case 'hides':
      return [...rehearsalLines(outcome.rehearsal, org.timezone), say(told.rules.hides, { count: outcome.unnamed.length })];
    case 'rehearsed':
    case 'saved':
      return rehearsalLines(outcome.rehearsal, org.timezone);
  }
}

function rehearsalLines({ from, to, messages, changed, vanishing, appearing }: Rehearsal, timezone: string): readonly string[] {
  const facts = { from: isoAt(from, timezone).slice(5, 10), to: isoAt(to, timezone).slice(5, 10), messages, changed: changed.length };
  const list = (head: string, items: Rehearsal['vanishing']): readonly string[] =>
    items.length === 0
      ? []
      : [say(head, { count: items.length }), ...items.slice(0, ITEMS_SHOWN).map(({ title }) => `  ${oneLine(title)}`)];
  const lines = [...list(told.rules.vanishing, vanishing), ...list(told.rules.appearing, appearing)];
  return [say(told.rules.rehearsed, facts), ...(lines.length === 0 ? [told.rules.same] : lines)];
}
