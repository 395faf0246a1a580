import { setImmediate as turn } from 'node:timers/promises';
import { COMMANDS } from '../../commands/index.ts';
import type { ChatPlatform } from '../../src/chat/chat-platform.ts';
import type { CommandSummary } from '../../src/chat/command-summary.ts';
import { createCommandDispatch } from '../../src/chat/dispatch.ts';
import type { Services } from '../../src/chat/services.ts';
import { createSteppedClock, type SteppedClock } from '../../src/demo/stepped-clock.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { vocabulary } from '../subscriptions/filter-fixtures.ts';
import { ASSETS, BEGINNING } from '../support/world.ts';
import { createRecordingLog, type RecordingLog } from './recording-log.ts';
import { NO_FEEDS } from '../support/no-feeds.ts';

/** What a platform is started with, without the stages: to start and stop several, and to begin without a network. */
export interface PlatformDesk {
  readonly clock: SteppedClock;
  readonly log: RecordingLog;
  readonly store: Store;
  /** `commands` that the platform is to make known; all, when left out. */
  start(platform: ChatPlatform, commands?: readonly CommandSummary[]): Promise<void>;
  /** Moves the clock from sleeper to sleeper until it is so; fails after 5 s of real time. */
  until(isSo: () => boolean): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

export async function openPlatformDesk(): Promise<PlatformDesk> {
  const clock = createSteppedClock(BEGINNING);
  const log = createRecordingLog();
  const store = await openStore({ url: 'sqlite::memory:', clock });
  return {
    clock,
    log,
    store,
    start(platform, commands = COMMANDS) {
      const services: Services = {
        store,
        clock,
        assets: ASSETS,
        vocabulary,
        commands,
        languages: ['en'],
        onDeliveries: () => undefined,
        ...NO_FEEDS,
        stages: () => ({}),
      };
      return platform.start(createCommandDispatch(COMMANDS, services, log), services);
    },
    async until(isSo) {
      const givenUpAt = Date.now() + PATIENCE_MS;
      while (!isSo()) {
        if (Date.now() > givenUpAt) throw new Error('it did not come to that');
        clock.advanceTo(clock.nextWake() ?? clock.now());
        // The answers come through sockets: they need turns of the loop, not of the clock.
        await turn();
      }
    },
    close: () => store.close(),
  };
}
