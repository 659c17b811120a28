/** What there is to see of the rules: all of them, one of them, and their history. */
import { isoAt } from '../../model/instant.ts';
import { NO_OVERLAY, type RuleOverlay, type RuleVersion } from '../../model/tuning.ts';
import type { Rule } from '../../reading/noise/rule.ts';
import { LEXICAL_RULES, type LexicalRule } from '../../reading/noise/rules/lexical.ts';
import { InputError, type Services } from '../command.ts';
import { overlayChanges } from './overlay-changes.ts';
import type { Workshop } from './workshop.ts';

interface ListedRule {
  readonly id: string;
  readonly label: string;
  readonly weight: number;
  readonly says: string;
  readonly state: 'shipped' | 'local' | 'muted' | 'reweighed';
}

export function listedRules(shipped: readonly Rule[], { rules, muted, weights }: RuleOverlay): readonly ListedRule[] {
  const stateOf = (id: string, local: boolean): ListedRule['state'] => {
    if (muted.includes(id)) return 'muted';
    return local ? 'local' : weights[id] === undefined ? 'shipped' : 'reweighed';
  };
  return [
    ...shipped.map(({ id, label, weight, says }) => ({ id, label, weight: weights[id] ?? weight, says, state: stateOf(id, false) })),
    ...rules.map(({ id, label, weight, says }) => ({ id, label, weight, says, state: stateOf(id, true) })),
  ];
}

export async function showList({ store, settings }: Workshop, json: boolean, { print, say }: Services): Promise<number> {
  const newest = (await store.ruleVersions()).at(-1);
  const overlay = newest?.overlay ?? NO_OVERLAY;
  const rules = listedRules(settings.shipped.rules, overlay);
  if (json) {
    print(`${JSON.stringify({ version: newest?.number ?? null, model: overlay.model, rules })}\n`);
    return 0;
  }
  const lines = rules.map(
    ({ id, label, weight, says, state }) =>
      `${id.padEnd(24)} ${label.padEnd(10)} ${String(weight).padStart(5)}  ${says}${state === 'shipped' ? '' : ` [${say(`rules.state.${state}`)}]`}`,
  );
  const model = overlay.model === null ? null : await store.localModel(overlay.model);
  const old = model !== null && model.base !== settings.shipped.model?.id ? [say('train.outdated')] : [];
  print(
    `${[...lines, say(newest === undefined ? 'rules.list.shipped' : 'rules.list.version', { count: rules.length, version: newest?.number ?? 0 }), ...old].join('\n')}\n`,
  );
  return 0;
}

export async function showRule({ store, settings, org }: Workshop, id: string, json: boolean, services: Services): Promise<number> {
  const versions = await store.ruleVersions();
  const overlay = versions.at(-1)?.overlay ?? NO_OVERLAY;
  const rule = listedRules(settings.shipped.rules, overlay).find((one) => one.id === id);
  if (rule === undefined) throw new InputError('rules.refused.unknown', { id });
  const words: LexicalRule | undefined = [...overlay.rules, ...LEXICAL_RULES].find((one) => one.id === id);
  const touching = versions.filter(
    (version, index) =>
      JSON.stringify(partOf(version.overlay, id)) !== JSON.stringify(partOf(versions[index - 1]?.overlay ?? NO_OVERLAY, id)),
  );
  if (json) {
    services.print(`${JSON.stringify({ ...words, ...rule, versions: touching.map(({ overlay: _overlay, ...version }) => version) })}\n`);
    return 0;
  }
  const { say } = services;
  const shippedWeight = settings.shipped.rules.find((one) => one.id === id)?.weight;
  const lines = [
    `${id} [${say(`rules.state.${rule.state}`)}]`,
    say('rules.show', { label: rule.label, weight: rule.weight, says: rule.says }),
    ...(shippedWeight === undefined || shippedWeight === rule.weight ? [] : [say('rules.show.shipped-weight', { weight: shippedWeight })]),
    ...(words === undefined
      ? []
      : [
          say('rules.show.pattern', { pattern: words.pattern }),
          say('rules.show.hits', { texts: words.hits.join(' | ') }),
          say('rules.show.misses', { texts: words.misses.join(' | ') }),
        ]),
    ...touching.map((version) => versionLine(version, org.timezone, services)),
  ];
  services.print(`${lines.join('\n')}\n`);
  return 0;
}

export async function showHistory({ store, org }: Workshop, json: boolean, services: Services): Promise<number> {
  const versions = await store.ruleVersions();
  if (json) services.print(`${JSON.stringify(versions.map((version) => ({ ...version, at: isoAt(version.at, org.timezone) })))}\n`);
  else if (versions.length === 0) services.print(`${services.say('rules.history.none')}\n`);
  else {
    for (const [index, version] of versions.entries()) {
      const changes = overlayChanges(versions[index - 1]?.overlay ?? NO_OVERLAY, version.overlay, services.say);
      services.print(`${[versionLine(version, org.timezone, services), ...changes.map((line) => `  ${line}`)].join('\n')}\n`);
    }
  }
  return 0;
}

function versionLine({ number, at, by, reason, restores, overlay }: RuleVersion, timezone: string, { say }: Services): string {
  const line = say('rules.version-line', {
    number,
    at: isoAt(at, timezone),
    by,
    local: overlay.rules.length,
    muted: overlay.muted.length,
    weights: Object.keys(overlay.weights).length,
  });
  const model = overlay.model === null ? '' : say('rules.version-model', { model: overlay.model });
  return `${line}${model}${restores === null ? '' : say('rules.version-restores', { version: restores })}${reason === '' ? '' : ` “${reason}”`}`;
}

/** What an overlay says of one rule. */
function partOf({ rules, muted, weights }: RuleOverlay, id: string): unknown {
  return [rules.find((rule) => rule.id === id) ?? null, muted.includes(id), weights[id] ?? null];
}
