/** `explain MESSAGE`: every stage's view of one message. */
import { explainMessage } from '../flow/explain.ts';
import { runningRules } from '../flow/rule-book.ts';
import { NO_ROSTER, organisation } from '../model/organisation.ts';
import { type Command, InputError, textOption } from './command.ts';
import { storePathOf } from './store-path.ts';

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
    const store = services.openStore(storePathOf(given, services));
    try {
      const org = organisation((await store.loadRoster()) ?? NO_ROSTER);
      const named = textOption(given, 'group');
      const found = (await store.findMessages(id)).filter((message) => named === undefined || message.group === named);
      const message = found[0];
      if (message === undefined) throw new InputError('error.no-message', { id });
      if (found.length > 1) throw new InputError('error.several-messages', { id, groups: found.map((one) => one.group).join(' ') });
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

/** Stages as headed blocks of lines. */
function explanationText(explanation: readonly { readonly stage: string; readonly lines: readonly string[] }[]): string {
  return `${explanation.map(({ stage, lines }) => [`【${stage}】`, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n')}\n`;
}
