import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseSettings, ROLES, SETTING_KEYS, type Settings } from '../src/settings.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const DEFAULTS: Settings = {
  DISCORD_API_URL: 'https://discord.com/api',
  TELEGRAM_API_URL: 'https://api.telegram.org',
  DATABASE_URL: 'sqlite:data/bellwether.db',
  FEEDS_FILE: 'config/feeds.yaml',
  ASSETS_FILE: 'config/assets.yaml',
  POLL_MIN_INTERVAL: MINUTE,
  POLL_MAX_INTERVAL: HOUR,
  POLL_HOST_GAP: 1_000,
  ALERT_MAX_AGE: 2 * HOUR,
  ALLOW_PRIVATE_FEEDS: false,
  FULL_TEXT: false,
  HTTP_HOST: '127.0.0.1',
  HTTP_PORT: 8080,
  RETENTION: 90 * DAY,
  OPERATORS: [],
  LOG_LEVEL: 'info',
  ROLES: ['poll', 'newsroom', 'deliver', 'web'],
};

function settingsOf(environment: Record<string, string | undefined>): Settings {
  const parsed = parseSettings(environment);
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('; '));
  return parsed.settings;
}

function problemsOf(environment: Record<string, string>): readonly string[] {
  const parsed = parseSettings(environment);
  return parsed.kind === 'invalid' ? parsed.problems : [];
}

const keysOf = (problems: readonly string[]) => problems.map((problem) => problem.split(':')[0] ?? '');

describe('what is set', () => {
  test('polls of one host may follow each other without a pause', () => {
    expect(settingsOf({ POLL_HOST_GAP: '0s' }).POLL_HOST_GAP).toBe(0);
  });

  test('an empty environment gives every default, with the platforms off and the page for this machine alone', () => {
    expect(settingsOf({})).toEqual(DEFAULTS);
  });

  test('an empty value, or one of spaces, counts as not set', () => {
    expect(settingsOf({ DISCORD_TOKEN: '', HTTP_PASSWORD: '   ', HTTP_PORT: '', ROLES: ' ' })).toEqual(DEFAULTS);
  });

  test('the rest of the environment is let alone', () => {
    expect(settingsOf({ PATH: '/bin', HOME: undefined })).toEqual(DEFAULTS);
  });

  test.each([
    ['90s', 90_000],
    ['10m', 10 * MINUTE],
    ['2h', 2 * HOUR],
    ['1D', DAY],
  ])('the duration %s is read', (text, ms) => {
    expect(settingsOf({ ALERT_MAX_AGE: text }).ALERT_MAX_AGE).toBe(ms);
  });

  test.each(['0s', '-5m', '10', '1.5h', '5 m', 'soon', '1w'])('the duration %s is refused', (text) => {
    expect(problemsOf({ ALERT_MAX_AGE: text })).toEqual([
      'ALERT_MAX_AGE: write a duration such as 90s, 10m, 2h or 90d',
    ]);
  });

  test.each([
    ['all', ROLES],
    ['poll', ['poll']],
    ['web, poll', ['poll', 'web']],
    ['deliver newsroom newsroom', ['newsroom', 'deliver']],
  ])('the roles "%s" are read', (text, roles) => {
    expect(settingsOf({ ROLES: text }).ROLES).toEqual(roles);
  });

  test.each(['pol', 'poll,wep', 'all,wep', ','])('the roles "%s" are refused', (text) => {
    expect(problemsOf({ ROLES: text })).toEqual(['ROLES: write all, or some of: poll, newsroom, deliver, web']);
  });

  test.each(['65536', '-1', '80.5', '0x10', 'http'])('the port %s is refused', (text) => {
    expect(problemsOf({ HTTP_PORT: text })).toEqual(['HTTP_PORT: write a port from 0 to 65535']);
  });

  test('port 0 is one to choose, and operators stand in a list', () => {
    const { HTTP_PORT, OPERATORS } = settingsOf({ HTTP_PORT: '0', OPERATORS: 'telegram:123, discord:456' });
    expect({ HTTP_PORT, OPERATORS }).toEqual({ HTTP_PORT: 0, OPERATORS: ['telegram:123', 'discord:456'] });
  });
});

describe('what cannot be used', () => {
  const BROKEN = {
    DISCORD_API_URL: 'ftp://hunter2@host',
    TELEGRAM_API_URL: 'hunter2',
    DATABASE_URL: 'postgres://user:hunter2@host/db',
    POLL_MIN_INTERVAL: 'hunter2',
    POLL_MAX_INTERVAL: 'hunter2',
    ALERT_MAX_AGE: 'hunter2',
    ALLOW_PRIVATE_FEEDS: 'hunter2',
    HTTP_PORT: 'hunter2',
    HTTP_PASSWORD: 'hunter2',
    RETENTION: 'hunter2',
    OPERATORS: 'hunter2 hunter2, telegram:1',
    LOG_LEVEL: 'hunter2',
    ROLES: 'hunter2',
  };

  test('is told all at once, a line a setting', () => {
    expect(keysOf(problemsOf(BROKEN)).toSorted()).toEqual(Object.keys(BROKEN).toSorted());
  });

  test('is told without the value, which may be a secret in the wrong place', () => {
    expect(problemsOf(BROKEN).join('\n')).not.toContain('hunter2');
  });

  test('intervals that contradict each other are told', () => {
    expect(problemsOf({ POLL_MIN_INTERVAL: '2h' })).toEqual([
      'POLL_MAX_INTERVAL: must not be shorter than POLL_MIN_INTERVAL',
    ]);
    expect(problemsOf({ POLL_MIN_INTERVAL: '1h', POLL_MAX_INTERVAL: '60m' })).toEqual([]);
  });

  test.each(['0.0.0.0', '::', '192.168.1.5'])('a page on %s needs a password', (host) => {
    expect(problemsOf({ HTTP_HOST: host })).toEqual([
      'HTTP_PASSWORD: is needed when HTTP_HOST is not this machine alone',
    ]);
    expect(problemsOf({ HTTP_HOST: host, HTTP_PASSWORD: 'correct horse' })).toEqual([]);
  });

  test.each(['127.0.0.1', '::1', 'localhost'])('a page on %s needs none', (host) => {
    expect(problemsOf({ HTTP_HOST: host })).toEqual([]);
  });

  const { POLL_MIN_INTERVAL: _min, POLL_MAX_INTERVAL: _max, HTTP_PASSWORD: _password, ...OTHERS } = BROKEN;
  test.each(Object.entries(OTHERS))('contradictions are told beside a broken %s', (key, value) => {
    const problems = problemsOf({ POLL_MIN_INTERVAL: '2h', HTTP_HOST: '0.0.0.0', [key]: value });
    expect(keysOf(problems).toSorted()).toEqual([key, 'HTTP_PASSWORD', 'POLL_MAX_INTERVAL'].toSorted());
  });

  test('a setting that is broken itself is not told to contradict another', () => {
    expect(keysOf(problemsOf({ POLL_MIN_INTERVAL: 'often', POLL_MAX_INTERVAL: '30s' }))).toEqual(['POLL_MIN_INTERVAL']);
    expect(problemsOf({ HTTP_HOST: '0.0.0.0', HTTP_PASSWORD: 'short' })).toEqual([
      'HTTP_PASSWORD: write at least 8 characters',
    ]);
  });
});

describe('.env.example', () => {
  const lines = readFileSync(join(import.meta.dirname, '../.env.example'), 'utf8').split('\n');
  const entries = lines.flatMap((line, index) => {
    const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [{ key, value, above: lines[index - 1] ?? '' }];
  });

  test('lists every setting once and nothing else', () => {
    expect(entries.map(({ key }) => key).toSorted()).toEqual([...SETTING_KEYS].toSorted());
  });

  test('says of each what it is for, in the line above', () => {
    expect(entries.filter(({ above }) => !/^# \S.*/.test(above))).toEqual([]);
  });

  test('shows the defaults, so that a copy of it changes nothing', () => {
    expect(settingsOf(Object.fromEntries(entries.map(({ key, value }) => [key, value])))).toEqual(DEFAULTS);
  });

  test('gives no token or password', () => {
    const secrets = entries.filter(({ key }) => /TOKEN|PASSWORD/.test(key));
    expect(secrets.map(({ value }) => value)).toEqual(['', '', '']);
  });
});
