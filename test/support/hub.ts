import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Subscription {
  readonly topic: string;
  readonly callback: string;
  readonly secret: string;
}

/** A WebSub hub on loopback: takes subscriptions, verifies them, and pushes with signatures. */
export interface TestHub {
  readonly url: string;
  /** Requests to subscribe, oldest first, with what their verification was answered. */
  readonly asked: readonly (Subscription & { readonly leaseSeconds: string; readonly verified: boolean })[];
  /** Resolves when so many subscriptions were verified, or refused to be. */
  verifications(count: number): Promise<void>;
  /** @returns the status with which it was taken */
  push(body: string, options?: { readonly secret?: string; readonly method?: string }): Promise<number>;
  /** Tells the last subscriber that it may not. */
  deny(reason: string): Promise<number>;
  close(): Promise<void>;
}

export async function startHub({ leaseSeconds = 86_400 } = {}): Promise<TestHub> {
  const asked: (Subscription & { leaseSeconds: string; verified: boolean })[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  let done = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const form = new URLSearchParams(Buffer.concat(chunks).toString());
      const field = (name: string) => form.get(`hub.${name}`) ?? '';
      response.writeHead(field('mode') === 'subscribe' ? 202 : 400).end();
      const entry = {
        topic: field('topic'),
        callback: field('callback'),
        secret: field('secret'),
        leaseSeconds: field('lease_seconds'),
        verified: false,
      };
      asked.push(entry);
      void verify(entry);
    });
  });

  async function verify(entry: { topic: string; callback: string; verified: boolean }): Promise<void> {
    const challenge = `challenge-${asked.length}`;
    const url = new URL(entry.callback);
    const query = { mode: 'subscribe', topic: entry.topic, challenge, lease_seconds: String(leaseSeconds) };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(`hub.${name}`, value);
    const response = await fetch(url);
    entry.verified = response.ok && (await response.text()) === challenge;
    done += 1;
    for (const each of waiting) if (done >= each.count) each.resolve();
  }

  function last(): Subscription {
    const found = asked.at(-1);
    if (!found) throw new Error('nobody subscribed');
    return found;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // An IP server's address is never a pipe's name.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    verifications: (count) =>
      new Promise((resolve) => {
        if (done >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    async push(body, { secret = last().secret, method = 'sha256' } = {}) {
      const signature = `${method}=${createHmac(method, secret).update(body).digest('hex')}`;
      const headers = { 'content-type': 'application/rss+xml', 'x-hub-signature': signature };
      return (await fetch(last().callback, { method: 'POST', headers, body })).status;
    },
    async deny(reason) {
      const url = new URL(last().callback);
      const query = { mode: 'denied', topic: last().topic, reason };
      for (const [name, value] of Object.entries(query)) url.searchParams.set(`hub.${name}`, value);
      return (await fetch(url)).status;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
