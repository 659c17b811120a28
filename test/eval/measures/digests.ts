/** One digest a cadre a day, with every message accounted for, verbatim quotes, and nothing quoted over the walls of a group. */
import { MUST_KEEP } from '../../../src/model/label.ts';
import { type DigestDocument, evidenceIds, type Replayed } from '../documents.ts';
import { check, count, type Measure, type Miss, type Share, share } from '../measure.ts';
import { isMember, type Scenario } from '../scenario.ts';

export function digestMeasures(scenario: Scenario, replayed: Replayed): readonly Measure[] {
  const judged = digestsOfCadres(scenario, replayed);
  const sizes = judged.map(({ items }) => items.filter(({ section }) => section !== 'traffic').length);
  return [
    servedEveryDay(scenario, replayed),
    secondDigests(replayed),
    count(
      'accounts that do not add up',
      judged.flatMap((digest) => accountsMiss(scenario, digest)),
    ),
    { kind: 'spread', name: 'items median', statistic: 'median', values: sizes },
    { kind: 'spread', name: 'items max', statistic: 'max', values: sizes },
    ...quoteMeasures(scenario, judged),
    mustKeepShown(scenario, judged),
  ];
}

export function digestsOfCadres({ cadres }: Scenario, { digests }: Replayed): readonly DigestDocument[] {
  const ids = new Set(cadres.map(({ id }) => id));
  return digests.filter(({ cadre }) => ids.has(cadre));
}

/** A day counts as soon as anybody has a digest on it. */
function servedEveryDay({ cadres }: Scenario, { digests, digestsOf }: Replayed): Share {
  const days = new Set(digests.map(({ date }) => date));
  const served = ({ id }: { id: string }) => new Set(digestsOf.get(id)?.map(({ date }) => date)).size;
  return share(
    'cadres served every day',
    cadres.map((cadre) => check(days.size > 0 && served(cadre) === days.size, 'not every day', cadre.id)),
  );
}

function secondDigests({ digests }: Replayed): Measure {
  const byDay = Map.groupBy(digests, ({ cadre, date }) => `${cadre} ${date}`);
  const repeats = [...byDay].flatMap(([day, same]) => same.slice(1).map(() => ({ what: 'second digest', subject: day, details: [] })));
  return count('second digest on a day', repeats);
}

/** Each message of the window in the reader's groups is counted exactly once. */
function accountsMiss(scenario: Scenario, { cadre, date, window, accounted, unaccounted }: DigestDocument): readonly Miss[] {
  const inWindow = [...scenario.messages.values()].filter(
    ({ group, sentAt }) => sentAt > window.from && sentAt <= window.to && isMember(scenario, cadre, group),
  );
  const sum = Object.values(accounted).reduce((total, part) => total + part, 0);
  if (sum === inWindow.length && unaccounted === 0) return [];
  return [
    { what: 'accounts', subject: cadre, details: [date, `window ${inWindow.length}`, JSON.stringify({ ...accounted, unaccounted })] },
  ];
}

function quoteMeasures(scenario: Scenario, digests: readonly DigestDocument[]): readonly Share[] {
  const quotes = digests.flatMap(({ cadre, items }) =>
    items.flatMap(({ evidence }) =>
      evidence.flatMap(({ id, group, quote }) => (quote === null || quote === undefined ? [] : [{ cadre, id, group, quote }])),
    ),
  );
  const textOf = (id: string) => scenario.messages.get(id)?.text ?? '';
  return [
    share(
      'quotes verbatim',
      quotes.map(({ id, quote }) => check(textOf(id).includes(quote), 'quote not in its message', id, quote.slice(0, 40))),
    ),
    share(
      'quotes from own groups only',
      quotes.map(({ cadre, id, group }) => check(isMember(scenario, cadre, group), 'quote from a group the reader is not in', cadre, id)),
    ),
  ];
}

/** Somebody sees it, wherever some cadre could. */
function mustKeepShown(scenario: Scenario, digests: readonly DigestDocument[]): Share {
  const shown = new Set(digests.flatMap(({ items }) => items.flatMap(evidenceIds)));
  const readable = ({ group }: { group: string }) => scenario.cadres.some(({ id }) => isMember(scenario, id, group));
  const messages = [...scenario.messages.values()].filter((message) => MUST_KEEP.has(message.label) && readable(message));
  return share(
    'must-keep messages that reach a digest',
    messages.map(({ id, label, text }) => check(shown.has(id), 'never shown to anyone', id, label, text.slice(0, 60))),
  );
}
