/** The service as a process of its own, as `npm start` runs it, but on the harness's clock. The harness tells it by messages to set its clock. */
import { enableCompileCache } from 'node:module';
import type { FastClock } from './clock.ts';

enableCompileCache();
const { services } = await import('../../src/app.ts');
const { fastClock } = await import('./clock.ts');

const [config = '', clock = '{}', jumped = '0'] = process.argv.slice(2);
let jump = Number(jumped);
process.on('message', (told) => {
  jump = Number(told);
});
const given = services(
  undefined,
  fastClock(JSON.parse(clock) as FastClock, () => jump),
);
const prepared = await given.prepareService(config);
if ('mistakes' in prepared) throw new Error(JSON.stringify(prepared.mistakes));
await given.runService(config, prepared);
process.exit(0);
