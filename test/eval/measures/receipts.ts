/** Who has answered what: an answer in the chat is attributed to an item that rests on its task. */
import { evidenceIds, type ReceiptDocument, type Replayed } from '../documents.ts';
import { check, type Measure, share } from '../measure.ts';
import type { Scenario } from '../scenario.ts';

/** A scenario whose gold names no answers says nothing about receipts. */
export function receiptMeasures({ messages, tasks }: Scenario, { receipts }: Replayed): readonly Measure[] {
  const answers = [...messages.values()].filter(({ answers: task }) => task !== null);
  const sources = new Map(tasks.map((task) => [task.id, new Set(task.sources.map(({ id }) => id))]));
  const byMessage = Map.groupBy(receipts, ({ message }) => message.id);
  const isRight = (receipt: ReceiptDocument) => {
    const task = sources.get(messages.get(receipt.message.id)?.answers ?? '');
    return evidenceIds(receipt).some((id) => task?.has(id) ?? false);
  };
  return [
    share(
      'answers attributed',
      answers.map(({ id, answers: task, text }) =>
        check(byMessage.get(id)?.some(isRight) ?? false, 'receipt missing', id, task ?? '', text.slice(0, 40)),
      ),
    ),
    share(
      'precision',
      (answers.length === 0 ? [] : receipts).map((receipt) => check(isRight(receipt), 'wrong receipt', receipt.message.id)),
    ),
  ];
}
