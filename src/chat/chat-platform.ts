import type { Messenger } from '../delivery/messenger.ts';
import type { Pace } from '../delivery/pace.ts';
import type { Fetcher } from '../http/fetcher.ts';
import type { Clock } from '../model/clock.ts';
import type { Log } from '../model/log.ts';
import type { Texts } from '../texts/texts.ts';
import type { CommandDispatch } from './dispatch.ts';
import type { Services } from './services.ts';

/** What a platform is made of. */
export interface PlatformParts {
  readonly token: string;
  /** Address of the platform's API, without a version. */
  readonly apiUrl: string;
  /** `telegram:123`, `discord:456`: who runs this Bellwether. */
  readonly operators: readonly string[];
  readonly texts: Texts;
  /** For files that people send. */
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly log: Log;
}

/** A platform where people are: it sends cards, and hands what people say to the commands. */
export interface ChatPlatform {
  readonly messenger: Messenger;
  readonly pace: Pace;
  /**
   * Connects, and makes the commands known. Resolves once it listens; without a network it resolves too, and goes on
   * trying by itself.
   * @throws UserError when the platform does not accept the token
   */
  start(commands: CommandDispatch, services: Services): Promise<void>;
  /** Takes no more commands; resolves when those under way are answered. Cards can still be sent. */
  stop(): Promise<void>;
  /** null while it listens; else what is wrong. */
  trouble(): string | null;
}
