import { z } from 'zod';
import { parseDuration } from './model/duration.ts';

const pause = z.string().transform((text, context) => {
  const ms = parseDuration(text);
  if (ms !== null) return ms;
  context.addIssue({ code: 'custom', message: 'write a duration such as 90s, 10m, 2h or 90d' });
  return z.NEVER;
});

const duration = pause.refine((ms) => ms > 0, 'write a duration such as 90s, 10m, 2h or 90d');

const flag = z.enum(['true', 'false'], { error: 'write true or false' }).transform((text) => text === 'true');

const url = z.url({ protocol: /^https?$/, error: 'write an address such as https://host/path' });

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'write a port from 0 to 65535')
  .transform(Number);

const list = z.string().transform((text) => text.split(/[\s,]+/).filter((entry) => entry !== ''));

export const ROLES = ['poll', 'newsroom', 'deliver', 'web'] as const;
export type Role = (typeof ROLES)[number];

const roles = list.transform((entries, context): readonly Role[] => {
  const chosen = new Set(entries);
  const all = chosen.delete('all');
  const known = ROLES.filter((role) => chosen.has(role));
  if (known.length !== chosen.size || (known.length === 0 && !all)) {
    context.addIssue({ code: 'custom', message: `write all, or some of: ${ROLES.join(', ')}` });
    return z.NEVER;
  }
  return all ? ROLES : known;
});

const operators = list.pipe(
  z.array(z.string().regex(/^(?:local|discord|telegram):[\w-]+$/, 'write ids such as telegram:123, discord:456')),
);

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Every setting of the environment. `.env.example` lists the same keys, each with a line of explanation. */
const settingsSchema = z
  .object({
    DISCORD_TOKEN: z.string().min(1).optional(),
    DISCORD_API_URL: url.default('https://discord.com/api'),
    TELEGRAM_TOKEN: z.string().min(1).optional(),
    TELEGRAM_API_URL: url.default('https://api.telegram.org'),
    DATABASE_URL: z
      .string()
      .regex(/^sqlite:.+/, 'write sqlite: and a path')
      .default('sqlite:data/bellwether.db'),
    FEEDS_FILE: z.string().default('config/feeds.yaml'),
    ASSETS_FILE: z.string().default('config/assets.yaml'),
    POLL_MIN_INTERVAL: duration.prefault('60s'),
    POLL_MAX_INTERVAL: duration.prefault('1h'),
    POLL_HOST_GAP: pause.prefault('1s'),
    ALERT_MAX_AGE: duration.prefault('2h'),
    FEED_CONTACT: z
      .string()
      .regex(/^[\x20-\x7e]{1,200}$/, 'write a mail address or a page, in ASCII')
      .optional(),
    COINDESK_API_KEY: z.string().min(1).optional(),
    FULL_TEXT: flag.prefault('false'),
    ALLOW_PRIVATE_FEEDS: flag.prefault('false'),
    PUBLIC_URL: url.transform((text) => text.replace(/\/+$/, '')).optional(),
    HTTP_HOST: z.string().default('127.0.0.1'),
    HTTP_PORT: port.prefault('8080'),
    HTTP_PASSWORD: z.string().min(8, 'write at least 8 characters').optional(),
    RETENTION: duration.prefault('90d'),
    OPERATORS: operators.prefault(''),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    ROLES: roles.prefault('all'),
  })
  .refine((values) => values.POLL_MIN_INTERVAL <= values.POLL_MAX_INTERVAL, {
    path: ['POLL_MAX_INTERVAL'],
    message: 'must not be shorter than POLL_MIN_INTERVAL',
    when: areReadable('POLL_MIN_INTERVAL', 'POLL_MAX_INTERVAL'),
  })
  .refine((values) => LOOPBACK.has(values.HTTP_HOST) || values.HTTP_PASSWORD !== undefined, {
    path: ['HTTP_PASSWORD'],
    message: 'is needed when HTTP_HOST is not this machine alone',
    when: areReadable('HTTP_HOST', 'HTTP_PASSWORD'),
  });

/** Without a `when`, zod leaves a refinement out as soon as any other setting is wrong. */
function areReadable(...keys: readonly string[]) {
  return ({ issues }: z.core.ParsePayload): boolean => !issues.some(({ path }) => keys.includes(String(path?.[0])));
}

/** Settings, parsed: durations are in milliseconds. */
export type Settings = z.infer<typeof settingsSchema>;

export const SETTING_KEYS: readonly string[] = Object.keys(settingsSchema.shape);

export type ParsedSettings =
  | { readonly kind: 'settings'; readonly settings: Settings }
  /** One line a problem, `KEY: what to do`; never the value, which may be a secret. */
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** Reads the settings out of an environment. An empty value counts as not set. */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): ParsedSettings {
  const given = Object.fromEntries(
    SETTING_KEYS.flatMap((key) => {
      const value = environment[key]?.trim();
      return value ? [[key, value]] : [];
    }),
  );
  const result = settingsSchema.safeParse(given);
  if (result.success) return { kind: 'settings', settings: result.data };
  const problems = result.error.issues.map((issue) => `${String(issue.path[0] ?? 'settings')}: ${explain(issue)}`);
  // Each entry of a list may have the same problem.
  return { kind: 'invalid', problems: [...new Set(problems)] };
}

function explain(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value' ? `write one of: ${issue.values.map(String).join(', ')}` : issue.message;
}
