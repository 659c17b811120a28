/** Digests, alerts and receipts as the JSON documents of the open format. Key order is that of the format; a key that says nothing is left out. */
import type { Deadline } from '../model/deadline.ts';
import type { Alert, Digest, DigestItem, ItemChange, Receipt } from '../model/digest.ts';
import { type Instant, isoAt, parseInstant } from '../model/instant.ts';
import { LABELS } from '../model/label.ts';
import type { ReachNote } from '../model/leadership.ts';
import { type MessageKey, messageKey } from '../model/message.ts';
import type { Evidence } from '../model/reading.ts';

export type DigestDocument = ReturnType<typeof digestDocument>;
export type AlertDocument = ReturnType<typeof alertDocument>;
export type ReceiptDocument = ReturnType<typeof receiptDocument>;

export function digestDocument(digest: Digest, timezone: string) {
  const iso = (at: Instant): string => isoAt(at, timezone);
  const { evidence, filtered, talk, forOthers, closed } = digest.accounted;
  const { groups, notCovered } = digest.coverage;
  return {
    schema: 'qunyao.digest/1' as const,
    date: digest.date,
    cadre: digest.cadre,
    sentAt: iso(digest.sentAt),
    window: { from: iso(digest.window.from), to: iso(digest.window.to) },
    items: digest.items.map((item) => itemDocument(item, timezone)),
    filtered: { total: digest.filtered.total, byLabel: labelCounts(digest.filtered.byLabel) },
    accounted: { evidence, filtered, talk, forOthers, closed },
    unaccounted: digest.unaccounted,
    coverage: { groups, notCovered },
    ...(digest.receipts === undefined ? {} : { receipts: digest.receipts.map(reachNoteDocument) }),
    ...(digest.duplicates === undefined ? {} : { duplicates: digest.duplicates }),
    ...(digest.refinement === undefined ? {} : { refinement: digest.refinement }),
  };
}

function reachNoteDocument({ item, title, asked, reached, missing, reminded }: ReachNote) {
  return { item, title, reached, asked, missing, ...(reminded.length === 0 ? {} : { reminded }) };
}

export function alertDocument({ at, cadre, reason, item }: Alert, timezone: string) {
  return { schema: 'qunyao.alert/1' as const, at: isoAt(at, timezone), cadre, reason, item: itemDocument(item, timezone) };
}

export function receiptDocument({ item, evidence, person, state, message }: Receipt) {
  return {
    schema: 'qunyao.receipt/1' as const,
    item,
    evidence: evidence.map(evidenceDocument),
    person,
    state,
    message: keyDocument(message),
  };
}

function itemDocument(item: DigestItem, timezone: string) {
  const { id, number, section, kind, title, issuer, deadline, status, urgency, confidence, condition, similarTo } = item;
  return {
    id,
    number,
    section,
    kind,
    title,
    issuer: { id: issuer.id, name: issuer.name },
    deadline: deadline === null ? null : deadlineDocument(deadline, timezone),
    status,
    urgency,
    confidence: Math.round(confidence * 100) / 100,
    evidence: item.evidence.map(evidenceDocument),
    ...(item.changes.length === 0 ? {} : { changes: item.changes.map((change) => changeDocument(change, item.evidence, timezone)) }),
    ...(item.audienceUnclear ? { audienceUnclear: true } : {}),
    ...(item.perhaps === true ? { perhaps: true } : {}),
    ...(item.conflict ? { conflict: true } : {}),
    ...(similarTo.length === 0 ? {} : { similarTo }),
    ...(condition === null ? {} : { condition }),
    ...(item.selfHelp === true ? { selfHelp: true } : {}),
    ...(item.letGo === true ? { letGo: true } : {}),
    ...(item.outsider ? { outsider: true } : {}),
    ...(item.together === undefined ? {} : { together: item.together }),
    ...(deadline === null || deadline.until === null ? {} : { until: deadline.until }),
  };
}

function deadlineDocument({ at, day, precision, basis, phrase, recurrence }: Deadline, timezone: string) {
  return { at: isoAt(at, timezone), day, precision, basis, phrase, recurrence };
}

/** The words of an amendment are those of its message, so they stand only where that message may be quoted. */
function changeDocument({ field, from, to, message }: ItemChange, evidence: readonly Evidence[], timezone: string) {
  const source = evidence.find((one) => messageKey(one) === messageKey(message));
  const mayQuote = field !== 'content' || source?.quote != null;
  const value = (text: string | null): string | null =>
    text === null || !mayQuote ? null : field === 'deadline' ? localTime(text, timezone) : text;
  return { field, from: value(from), to: value(to), message: keyDocument(message) };
}

/** An instant of the ledger on the organisation's clock; a phrase as it was said. */
function localTime(text: string, timezone: string): string {
  const at = parseInstant(text);
  return at === null ? text : isoAt(at, timezone);
}

function evidenceDocument({ quote, span, ...key }: Evidence) {
  return { ...keyDocument(key), ...(quote === null ? {} : { quote }), ...(span === null ? {} : { span }) };
}

function keyDocument({ platform, group, id }: MessageKey) {
  return { platform, group, id };
}

/** In the order of the format's list, so that two runs give the same bytes. */
function labelCounts(byLabel: Digest['filtered']['byLabel']): Readonly<Record<string, number>> {
  return Object.fromEntries(LABELS.flatMap((label) => ((byLabel[label] ?? 0) > 0 ? [[label, byLabel[label] ?? 0]] : [])));
}
