/** `classify [FILE]`: messages in, verdicts out, in the same order. */
import { resolve } from 'node:path';
import { z } from 'zod';
import { verdictDocument } from '../digest/verdict-document.ts';
import { type ClassifiedLine, classifyLines } from '../flow/classify.ts';
import { MESSAGE_KINDS, withForwardedWords } from '../model/message.ts';
import { NO_ROSTER, organisation } from '../model/organisation.ts';
import { type Command, textOption } from './command.ts';
import { loadOrganisation } from './folder.ts';
import { readJsonLines } from './json-lines.ts';
import { GivenId, SentAt } from './line-fields.ts';

const Id = GivenId.transform(String);

/** Who said it is told by a name, or not at all. */
const Part = z.union([
  z.string().transform((text) => ({ text })),
  z
    .object({ sender: z.string().optional().catch(undefined), text: z.string() })
    .transform(({ sender, text }) => (sender === undefined ? { text } : { sender, text })),
]);

const Line = z.object({
  id: GivenId,
  text: z.string(),
  platform: z.string().optional(),
  group: GivenId.optional(),
  sentAt: SentAt.optional(),
  sender: z.object({ id: Id, name: z.string().default('') }).optional(),
  kind: z.enum(MESSAGE_KINDS).default('text'),
  mentions: z.array(Id).optional(),
  replyTo: Id.optional(),
  recalls: Id.optional(),
  edits: Id.optional(),
  forwarded: z.array(Part).optional(),
});

export const classifyCommand: Command = {
  name: 'classify',
  summary: 'classify.summary',
  usage: 'classify.usage',
  takes: [0, 1],
  options: { roster: { type: 'string', value: 'FILE', says: 'option.roster' } },
  async run(given, services) {
    const roster = textOption(given, 'roster');
    const org =
      roster === undefined ? organisation(NO_ROSTER) : loadOrganisation(resolve(services.settings.callerFolder, roster), services);
    const { rows, problems } = await readJsonLines(given.positionals[0] ?? '-', Line, ['id', 'text', 'kind'], services);
    const verdicts = classifyLines(rows.map(classifiedLine), { org, calendar: services.calendar, rules: services.rules });
    verdicts.forEach((verdict, index) => {
      const { id, platform, group } = rows[index] ?? {};
      const named = { ...(platform === undefined ? {} : { platform }), ...(group === undefined ? {} : { group }), id };
      const { platform: _platform, group: _group, id: _id, ...rest } = verdictDocument(verdict) as Record<string, unknown>;
      services.print(`${JSON.stringify({ ...named, ...rest })}\n`);
    });
    return problems > 0 ? 1 : 0;
  },
};

function classifiedLine({ id, group, ...row }: z.infer<typeof Line>): ClassifiedLine {
  return withForwardedWords({ ...row, id: String(id), group: group === undefined ? undefined : String(group) });
}
