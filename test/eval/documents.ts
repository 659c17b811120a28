/** What a replay writes, as the open formats have it: only the keys that are measured. */
import { z } from 'zod';
import { SECTIONS } from '../../src/model/digest.ts';
import { LABELS } from '../../src/model/label.ts';
import { ITEM_KINDS } from '../../src/model/reading.ts';
import { InstantText } from './gold.ts';

const EvidenceDocument = z.object({ id: z.string(), group: z.string(), quote: z.string().nullish() });

const ItemDocument = z.object({
  section: z.enum(SECTIONS),
  kind: z.enum(ITEM_KINDS),
  title: z.string(),
  deadline: z.object({ at: InstantText, day: z.string(), phrase: z.string().default('') }).nullable(),
  status: z.enum(['open', 'changed', 'cancelled', 'done', 'overdue']),
  evidence: z.array(EvidenceDocument),
});
export type ItemDocument = z.infer<typeof ItemDocument>;

const DigestDocument = z.object({
  schema: z.literal('qunyao.digest/1'),
  date: z.string(),
  cadre: z.string(),
  sentAt: InstantText,
  window: z.object({ from: InstantText, to: InstantText }),
  items: z.array(ItemDocument),
  accounted: z.record(z.string(), z.number()),
  unaccounted: z.number(),
});
export type DigestDocument = z.infer<typeof DigestDocument>;

const AlertDocument = z.object({
  schema: z.literal('qunyao.alert/1'),
  at: InstantText,
  cadre: z.string(),
  reason: z.string(),
  item: ItemDocument,
});
export type AlertDocument = z.infer<typeof AlertDocument>;

const StreamDocument = z.discriminatedUnion('schema', [DigestDocument, AlertDocument]);

const VerdictDocument = z.object({ id: z.string(), label: z.enum(LABELS), keep: z.boolean(), unsure: z.boolean() });
export type VerdictDocument = z.infer<typeof VerdictDocument>;

const ReceiptDocument = z.object({ evidence: z.array(EvidenceDocument), message: z.object({ id: z.string() }) });
export type ReceiptDocument = z.infer<typeof ReceiptDocument>;

/** A replay's documents as its writer hands them over. */
export interface ReplayDocuments {
  /** Digests and alerts, in the order in which they would go out. */
  readonly digests: readonly object[];
  readonly verdicts: readonly object[];
  readonly receipts: readonly object[];
}

/** The documents of one replay, read, with the digests by reader. */
export interface Replayed {
  readonly digests: readonly DigestDocument[];
  readonly alerts: readonly AlertDocument[];
  /** By message id. */
  readonly verdicts: ReadonlyMap<string, VerdictDocument>;
  readonly receipts: readonly ReceiptDocument[];
  /** Each reader's digests, by time. */
  readonly digestsOf: ReadonlyMap<string, readonly DigestDocument[]>;
}

export function readDocuments({ digests: stream, verdicts, receipts }: ReplayDocuments): Replayed {
  const documents = z.array(StreamDocument).parse(stream);
  const digests = documents.filter((document) => document.schema === 'qunyao.digest/1');
  const inTime = digests.toSorted((a, b) => a.sentAt - b.sentAt);
  return {
    digests,
    alerts: documents.filter((document) => document.schema === 'qunyao.alert/1'),
    verdicts: new Map(
      z
        .array(VerdictDocument)
        .parse(verdicts)
        .map((verdict) => [verdict.id, verdict]),
    ),
    receipts: z.array(ReceiptDocument).parse(receipts),
    digestsOf: Map.groupBy(inTime, ({ cadre }) => cadre),
  };
}

export function evidenceIds({ evidence }: { readonly evidence: readonly { readonly id: string }[] }): readonly string[] {
  return evidence.map(({ id }) => id);
}
