/** Taking envelopes in: each once, numbered in order of arrival. */
import type { Envelope, Message } from '../../model/message.ts';
import type { Store } from '../../ports/store.ts';
import type { Connection } from './connection.ts';
import { extraOf, storable } from './message-row.ts';
import type { Numbers } from './numbers.ts';

const INSERT = `
  INSERT INTO message (seq, platform, group_id, id, sent_at, heard_at, sender_id, sender_name, kind, text, extra)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (platform, group_id, id) DO NOTHING`;

export function ingesting({ db, writing }: Connection, numbers: Numbers): Pick<Store, 'ingest'> {
  // The next number is read inside the transaction: another process may have taken some since the last one.
  const nextSeq = db.prepare<[], number>('SELECT next_seq FROM meta').pluck();
  const saveNextSeq = db.prepare<[number]>('UPDATE meta SET next_seq = ?');
  const insert = db.prepare(INSERT);

  function storedOnce(envelope: Envelope, seq: number): Message | null {
    const { platform, group, id, sentAt, heardAt, sender, kind, text } = envelope;
    const { changes } = insert.run(
      seq,
      platform,
      group,
      id,
      sentAt,
      heardAt ?? null,
      sender.id,
      sender.name,
      kind,
      text,
      extraOf(envelope),
    );
    return changes === 0 ? null : { ...envelope, seq };
  }

  const ingest = writing((envelopes: readonly Envelope[]): readonly Message[] => {
    const first = nextSeq.get() ?? 1;
    const stored: Message[] = [];
    for (const envelope of envelopes) {
      const message = storedOnce(storable(envelope), first + stored.length);
      if (message !== null) stored.push(message);
    }
    if (stored.length > 0) saveNextSeq.run(first + stored.length);
    return stored;
  });

  return {
    async ingest(envelopes) {
      const stored = ingest(envelopes);
      numbers.note(stored);
      return stored;
    },
  };
}
