import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runInside } from '../kit/program.ts';
import { writeScenario } from '../kit/small-scenario.ts';
import { temporaryFolder } from '../kit/temporary-folder.ts';

const RED = '\u001b[31m';
const CLEAR = '\u001b[2J\u009b1m\u202e';

it('what people have written steers no terminal', async () => {
  const folder = temporaryFolder();
  const said = { platform: 'wechat', group: `g${RED}`, kind: 'text', sender: { id: 'x9', name: `王${RED}五` } };
  const ask = `请各村于11月18日17:30前把秸秆${CLEAR}离田面积统计表报镇农办`;
  const lines = [
    { ...said, id: 'm1', sentAt: '2026-11-16T09:00:00+08:00', text: ask },
    { ...said, id: 'm2', sentAt: '2026-11-16T10:00:00+08:00', text: `秸秆离田面积统计表${CLEAR}的报送时间改到11月20日17:30` },
  ];
  writeScenario(
    folder,
    lines.map((line) => JSON.stringify(line)),
  );
  await runInside(['import', 'scenario/chat.jsonl'], { folder });
  const hides = { id: 'local.hides', label: 'report', weight: 12, pattern: '统计表', says: '表', hits: ['统计表'], misses: ['名单'] };
  writeFileSync(join(folder, 'hides.json'), JSON.stringify(hides));
  const commands = [
    ['explain', 'm1'],
    ['explain', 'm2'],
    ['ledger', 'm1'],
    ['rehearse', 'add', 'hides.json'],
    ['label', 'm1', 'notice'],
  ];
  for (const command of commands) {
    const { stdout, stderr } = await runInside(command, { folder });
    expect(stdout + stderr, command.join(' ')).toContain('统计表');
    expect(stdout + stderr, command.join(' ')).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  }
});
