/** How long 1,000 digests take to a platform that lets 30 a second through. `node test/bench/sending.ts [digests]` */
import { beginDelivering } from '../adapters/telegram/delivering.ts';

const LIMIT = 30;
const digests = Number(process.argv[2] ?? 1000);
const began = performance.now();
const { peer, close } = await beginDelivering(digests, { limits: { perSecond: LIMIT, perChatPerSecond: 1 } });
while (peer.sent.length < digests) await new Promise((done) => setTimeout(done, 20));
const seconds = (performance.now() - began) / 1000;
await close();
const least = digests / LIMIT;
const doubled = peer.sent.length - new Set(peer.sent.map(({ chat }) => chat)).size;
process.stdout.write(
  `${digests} digests, ${LIMIT} a second at most: ${seconds.toFixed(1)} s, ${(seconds / least).toFixed(3)} of the limit's own ${least.toFixed(1)} s; refused as too fast ${(peer.calls.get('sendMessage') ?? 0) - digests}, doubled ${doubled}\n`,
);
