/** The service from its start to SIGTERM: opens what it needs, ticks, and closes it all within seconds. */
import { schedule } from 'node-cron';
import type { ServiceConfig } from '../config/service.ts';
import { codeOf } from './error-facts.ts';
import { type HealthPage, openHealthPage } from './health-page.ts';
import { startService } from './index.ts';
import type { Service, ServiceSettings } from './parts.ts';

export interface RunSettings extends ServiceSettings {
  readonly config: ServiceConfig;
  /** Commits what is still waiting to be stored. */
  readonly flush: () => Promise<void>;
  /** Told once everything runs: the port of the health page, if there is one. */
  readonly started: (port: number | null) => void;
}

/** Every two seconds; what is due is told by the store, so a tick that was missed costs nothing. */
const TICKS = '*/2 * * * * *';
/** What takes longer to stop is left alone: nothing that was acknowledged can be lost. */
const STOPPING_MS = 8000;

/** Resolves when the service has stopped. */
export async function runService(settings: RunSettings, signals: NodeJS.EventEmitter = process): Promise<void> {
  const { log } = settings;
  const stopAsked = new Promise<string>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT']) signals.once(signal, () => resolve(signal));
  });
  const service = await startService(settings);
  const page = await healthPageOf(settings, service);
  const ticks = schedule(TICKS, () => service.tick(), { noOverlap: true, suppressMissedWarning: true });
  settings.started(page?.port ?? null);
  log('info', 'service.started', { adapters: settings.adapters.length });
  await service.tick();
  const signal = await stopAsked;
  log('info', 'service.stopping', { signal });
  await ticks.destroy();
  await Promise.race([stopAll(settings, service, page), new Promise((resolve) => setTimeout(resolve, STOPPING_MS).unref())]);
  await settings.store.close();
  log('info', 'service.stopped');
}

async function stopAll({ flush }: RunSettings, service: Service, page: HealthPage | null): Promise<void> {
  await service.stop();
  await flush();
  await page?.close();
}

async function healthPageOf({ config, log }: RunSettings, service: Service): Promise<HealthPage | null> {
  if (config.health.port === null) return null;
  try {
    return await openHealthPage(config.health.port, () => service.health());
  } catch (error) {
    // Somebody else has the port: the digests matter more than the page.
    log('error', 'health-page.failed', {
      port: config.health.port,
      why: codeOf(error),
    });
    return null;
  }
}
