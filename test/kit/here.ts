/** Runs a command in this process: for tables of many cases, where a process for each would take minutes. */
import { services } from '../../src/app.ts';
import { runCommand } from '../../src/cli/run.ts';
import { readSettings } from '../../src/config/settings.ts';
import type { Circumstances, Ran } from './program.ts';

export async function runHere(args: readonly string[], { folder }: Pick<Required<Circumstances>, 'folder'>): Promise<Ran> {
  const settings = { ...readSettings({ QUNYAO_HOME: folder, QUNYAO_LANG: 'en' }), callerFolder: folder };
  let [stdout, stderr] = ['', ''];
  const code = await runCommand(args, {
    ...services(settings),
    print: (text) => {
      stdout += text;
    },
    warn: (text) => {
      stderr += `${text}\n`;
    },
    progress: () => {},
  });
  return { code, stdout, stderr };
}
