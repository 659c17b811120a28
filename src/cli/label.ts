/** `label MESSAGE LABEL`: an admin's correction of what a message is. */
import { oneLine } from '../digest/render/line.ts';
import { labelMessage } from '../flow/label.ts';
import { LABELS, type Label } from '../model/label.ts';
import { type Command, UsageError } from './command.ts';
import { messageNamed } from './find-message.ts';
import { hidesLines } from './rules/outcome.ts';
import { inWorkshop, SIGNING_OPTIONS, STORE_OPTION } from './rules/workshop.ts';

/** Takes corrections back. */
const NONE = 'none';

export const labelCommand: Command = {
  name: 'label',
  summary: 'label.summary',
  usage: 'label.usage',
  takes: [2, 2],
  options: {
    group: { type: 'string', value: 'GROUP', says: 'explain.option.group' },
    'even-if': { type: 'string', value: 'ID', says: 'rules.option.even-if', multiple: true },
    ...SIGNING_OPTIONS,
    ...STORE_OPTION,
  },
  async run(given, services) {
    const [id = '', name = ''] = given.positionals;
    const label = labelNamed(name);
    return inWorkshop(given, services, async ({ store, settings }) => {
      const { say, print, progress } = services;
      const message = await messageNamed(store, id, given);
      const tell = (done: number): void => progress(say('import.settling', { done, total: '…' }));
      const outcome = await labelMessage(store, message, label, { ...settings, progress: tell });
      progress('');
      if (outcome.kind === 'hides') {
        services.warn(hidesLines(outcome.unnamed, outcome.hidden, services).join('\n'));
        return 1;
      }
      const lines = [
        label === null ? say('label.withdrawn', { id }) : say('label.done', { id, label, copies: outcome.copies }),
        ...outcome.gone.map(({ title }) => `  ✗ ${oneLine(title)}`),
        ...outcome.opened.map(({ title }) => `  + ${oneLine(title)}`),
        say('label.next'),
      ];
      print(`${lines.join('\n')}\n`);
      return 0;
    });
  },
};

function labelNamed(name: string): Label | null {
  if (name === NONE) return null;
  const label = LABELS.find((one) => one === name);
  if (label === undefined) throw new UsageError('label.unknown', { label: name, labels: [...LABELS, NONE].join(' ') });
  return label;
}
