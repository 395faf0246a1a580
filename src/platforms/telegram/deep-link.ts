/** Bot API: deep linking. */
const MAX_PAYLOAD = 64;

/** What `t.me/<bot>?start=` takes for a command, to be run in the private chat; null where it is too long. */
export function encodeStart(command: string): string | null {
  const payload = Buffer.from(command).toString('base64url');
  return payload.length <= MAX_PAYLOAD ? payload : null;
}

/** The command behind `/start`; null where it brings none along. */
export function decodeStart(payload: string): string | null {
  const command = Buffer.from(payload, 'base64url').toString();
  return /^[a-z0-9_]{1,32}(?: [^\p{C}]*)?$/u.test(command) && encodeStart(command) === payload ? command : null;
}
