import { describe, expect, it } from 'vitest';
import { openHealthPage } from '../../src/service/health-page.ts';

describe('the health page', () => {
  it('answers 200 or 503 on loopback, knows no other path, and leaves nothing open', async () => {
    let ok = true;
    const page = await openHealthPage(0, async () => ({ ok, groups: 3 }));
    const url = `http://127.0.0.1:${page.port}`;
    const good = await fetch(`${url}/healthz`);
    expect([good.status, await good.json()]).toEqual([200, { ok: true, groups: 3 }]);
    ok = false;
    expect((await fetch(`${url}/healthz`)).status).toBe(503);
    expect((await fetch(`${url}/else`)).status).toBe(404);
    expect((await fetch(`${url}/healthz`, { method: 'POST' })).status).toBe(404);
    await page.close();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('answers 503 where the report itself fails', async () => {
    const page = await openHealthPage(0, () => Promise.reject(new Error('no store')));
    expect((await fetch(`http://127.0.0.1:${page.port}/healthz`)).status).toBe(503);
    await page.close();
  });
});
