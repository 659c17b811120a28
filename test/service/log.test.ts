import { describe, expect, it } from 'vitest';
import { jsonLog } from '../../src/service/log.ts';

describe('the log', () => {
  it('is one JSON object a line, without the secrets that turn up in facts', () => {
    const lines: string[] = [];
    const log = jsonLog('info', ['123:very-secret', 'very-secret'], { write: (line) => void lines.push(line) });
    log('info', 'adapter.failed', { why: 'GET /bot123:very-secret/getMe', tries: 3 });
    log('debug', 'unheard');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 'info', event: 'adapter.failed', why: 'GET /bot***/getMe', tries: 3 }),
    ]);
  });
});
