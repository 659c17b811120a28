/** `deadlines [FILE]`: lines of text with their time of sending in, deadlines out, in the same order. */

import { z } from 'zod';
import { timesDocument } from '../digest/times-document.ts';
import { NO_ROSTER } from '../model/organisation.ts';
import { readTimes } from '../reading/deadline/index.ts';
import { normalise } from '../reading/text/normalise.ts';
import type { Command } from './command.ts';
import { readJsonLines } from './json-lines.ts';
import { GivenId, SentAt } from './line-fields.ts';

const Line = z.object({ id: GivenId, text: z.string(), sentAt: SentAt });

export const deadlinesCommand: Command = {
  name: 'deadlines',
  summary: 'deadlines.summary',
  usage: 'deadlines.usage',
  takes: [0, 1],
  options: {},
  async run(given, services) {
    const { rows, problems } = await readJsonLines(given.positionals[0] ?? '-', Line, ['id', 'text', 'sentAt'], services);
    const { timezone, workday } = NO_ROSTER;
    for (const { id, text, sentAt } of rows) {
      const times = readTimes(normalise(text), { sentAt, timezone, workday, calendar: services.calendar });
      services.print(`${JSON.stringify({ id, ...timesDocument(times, timezone) })}\n`);
    }
    return problems > 0 ? 1 : 0;
  },
};
