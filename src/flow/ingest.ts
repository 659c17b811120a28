/** Ingest: envelopes of an export into the store, each once, in batches; nothing is judged here. */
import type { Envelope } from '../model/message.ts';
import { withoutClassified } from '../policy/classified.ts';
import type { ImportEvent, ImportedGroup } from '../ports/chat-export.ts';
import type { Store } from '../ports/store.ts';

const BATCH = 1000;

export interface IngestCounts {
  readonly stored: number;
  readonly seen: number;
  readonly problems: number;
}

export interface IngestObserver {
  readonly onProblem: (event: Extract<ImportEvent, { kind: 'problem' }>) => void;
  /** Called after each batch is durable, with the messages read so far. */
  readonly onProgress: (done: number) => void;
}

export async function ingestExport(events: AsyncIterable<ImportEvent>, store: Store, observer: IngestObserver): Promise<IngestCounts> {
  let [stored, read, problems] = [0, 0, 0];
  let batch: Envelope[] = [];
  const groups: ImportedGroup[] = [];
  async function flush(): Promise<void> {
    if (batch.length === 0) return;
    stored += (await store.ingest(batch)).length;
    read += batch.length;
    batch = [];
    observer.onProgress(read);
  }
  for await (const event of events) {
    if (event.kind === 'message') {
      batch.push(withoutClassified(event.envelope));
      if (batch.length >= BATCH) await flush();
    } else if (event.kind === 'group') {
      groups.push(event.group);
    } else {
      problems++;
      observer.onProblem(event);
    }
  }
  await flush();
  if (groups.length > 0) await store.saveGroups(groups);
  return { stored, seen: read - stored, problems };
}
