import { afterEach, expect, test, vi } from 'vitest';
import { localRoutes } from '../../../src/platforms/local/routes.ts';
import { card, fakeBackend } from './fake-backend.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('the page and everything that it asks for is served', async () => {
  const routes = localRoutes(fakeBackend());
  const waiting = ['/'];
  const served = new Set<string>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (served.has(path)) continue;
    served.add(path);
    const response = await routes.request(path);
    expect({ path, status: response.status }).toEqual({ path, status: 200 });
    const text = await response.text();
    for (const [, found = ''] of text.matchAll(/(?:src|href)="(\/[^"]*)"/g)) waiting.push(found);
    for (const [, found = ''] of text.matchAll(/from '\.(\/[a-z-]+\.js)'/g)) waiting.push(found);
  }
  expect(served).toContain('/page.css');
  expect(served).toContain('/timeline.js');
});

test('a browser that has the current page is not sent it again', async () => {
  const routes = localRoutes(fakeBackend());
  const etag = (await routes.request('/')).headers.get('etag') ?? '';
  const again = await routes.request('/', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  const older = await routes.request('/', { headers: { 'if-none-match': '"older"' } });
  expect(older.status).toBe(200);
});

test('a command is run without the blanks around it and its reply comes back', async () => {
  const backend = fakeBackend();
  const response = await command(backend, { text: '  /latest btc ' });
  expect(await response.json()).toEqual({ kind: 'text', text: 'ran /latest btc', buttons: [] });
});

test.each([
  ['no text', {}],
  ['blanks', { text: '   ' }],
  ['a number', { text: 5 }],
  ['1001 characters', { text: 'x'.repeat(1001) }],
])('a command of %s is refused and not run', async (_name, body) => {
  const backend = fakeBackend();
  const response = await command(backend, body);
  expect(response.status).toBe(400);
  expect(backend.ran).toEqual([]);
});

test('a command that is not JSON is refused', async () => {
  const response = await localRoutes(fakeBackend()).request('/api/command', { method: 'POST', body: '{"text":' });
  expect(response.status).toBe(400);
});

test('a text is completed as it stands, blanks included', async () => {
  const routes = localRoutes(fakeBackend());
  const response = await routes.request(`/api/complete?text=${encodeURIComponent('/latest b&c ')}`);
  expect(await response.json()).toEqual({
    from: 12,
    items: [{ insert: 'btc', label: 'btc', hint: 'after "/latest b&c "' }],
  });
  const tooLong = await routes.request(`/api/complete?text=${'x'.repeat(1001)}`);
  expect(tooLong.status).toBe(400);
});

test('a post that comes while the snapshot is read is not lost', async () => {
  const backend = fakeBackend([card('old')]);
  backend.beforeSnapshot = () => backend.publish(card('in between'));
  const events = await localRoutes(backend).request('/api/events');
  const text = await readUntil(events, 'event: message\n');
  expect(text).toMatch(/event: messages\ndata: \[.*"old"/);
  expect(text).toMatch(/event: message\ndata: \{.*"in between"/);
});

test('when the messages cannot be read, the subscription ends', async () => {
  const backend = fakeBackend();
  backend.beforeSnapshot = () => {
    throw new Error('no database');
  };
  const routes = localRoutes(backend).onError((error, c) => c.text(error.message, 500));
  const response = await routes.request('/api/events');
  expect(await response.text()).toBe('no database');
  expect(backend.subscribers()).toBe(0);
});

test('asking for the head of the events subscribes to nothing', async () => {
  const backend = fakeBackend();
  const response = await localRoutes(backend).request('/api/events', { method: 'HEAD' });
  expect(response.status).toBe(200);
  expect(backend.subscribers()).toBe(0);
});

test('a quiet stream has a comment every 20 seconds', async () => {
  vi.useFakeTimers();
  const events = await localRoutes(fakeBackend()).request('/api/events');
  vi.advanceTimersByTime(40_000);
  const text = await readUntil(events, ': still here\n\n: still here\n\n');
  expect(text.match(/^: /gm)).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('a tab that stopped reading is cut off instead of filling the memory', async () => {
  const backend = fakeBackend();
  const events = await localRoutes(backend).request('/api/events');
  for (let count = 0; count < 30; count++) backend.publish(card('x'.repeat(100_000)));
  expect(backend.subscribers()).toBe(0);
  expect((await events.text()).length).toBeLessThan(1_500_000);
});

async function command(backend: ReturnType<typeof fakeBackend>, body: unknown): Promise<Response> {
  return await localRoutes(backend).request('/api/command', { method: 'POST', body: JSON.stringify(body) });
}

/** Reads the stream up to `wanted`, then leaves as a closed tab does. */
async function readUntil(response: Response, wanted: string): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader && !text.includes(wanted)) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`stream ended after ${text}`);
    text += value;
  }
  await reader?.cancel();
  return text;
}
