/** `/healthz` on loopback: 200 while all is well, 503 with what is not. It tells states and counts, no names and no texts. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HealthReport {
  readonly ok: boolean;
  readonly [fact: string]: unknown;
}

export interface HealthPage {
  readonly port: number;
  close(): Promise<void>;
}

export async function openHealthPage(port: number, report: () => Promise<HealthReport>): Promise<HealthPage> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET' || path !== '/healthz') {
      response.writeHead(404).end();
      return;
    }
    report().then(
      (found) => response.writeHead(found.ok ? 200 : 503, { 'content-type': 'application/json' }).end(`${JSON.stringify(found)}\n`),
      () => response.writeHead(503).end(),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
