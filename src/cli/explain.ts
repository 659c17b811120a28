/** `explain MESSAGE`: every stage's view of one message. */
import { severalLines } from '../digest/render/line.ts';
import { explainMessage } from '../flow/explain.ts';
import { liveOrganisation } from '../flow/live-organisation.ts';
import { runningRules } from '../flow/rule-book.ts';
import type { Command } from './command.ts';
import { messageNamed } from './find-message.ts';
import { openExistingStore } from './store-path.ts';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'explain.summary',
  usage: 'explain.usage',
  takes: [1, 1],
  options: {
    group: { type: 'string', value: 'GROUP', says: 'explain.option.group' },
    json: { type: 'boolean', says: 'digest.option.json' },
    store: { type: 'string', value: 'FILE', says: 'option.store' },
  },
  async run(given, services) {
    const id = given.positionals[0] ?? '';
    const store = openExistingStore(given, services);
    try {
      const org = await liveOrganisation(store);
      const message = await messageNamed(store, id, given);
      const { calendar } = services;
      const rules = await runningRules(store, services.rules);
      const explanation = await explainMessage(store, message, { org, rules, calendar });
      services.print(given.values['json'] === true ? `${JSON.stringify(explanation)}\n` : explanationText(explanation));
      return 0;
    } finally {
      await store.close();
    }
  },
};

/** Stages as headed blocks of lines. What people have written must not steer the terminal. */
function explanationText(explanation: readonly { readonly stage: string; readonly lines: readonly string[] }[]): string {
  const blocks = explanation.map(({ stage, lines }) => [`【${stage}】`, ...lines.map((line) => `  ${severalLines(line)}`)].join('\n'));
  return `${blocks.join('\n')}\n`;
}
