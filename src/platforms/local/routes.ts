import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { z } from 'zod';
import type { LocalBackend } from './api.ts';
import { MAX_COMMAND_LENGTH, MAX_FILE_LENGTH } from './api.ts';
import { eventStream } from './event-stream.ts';

const PAGE = join(import.meta.dirname, 'page');

const MODULES = [
  'page.js',
  'announce.js',
  'card.js',
  'completion.js',
  'composer.js',
  'element.js',
  'files.js',
  'help.js',
  'keys.js',
  'live.js',
  'reply.js',
  'timeline.js',
  'times.js',
] as const;

const ASSETS = [
  { path: '/', file: 'index.html', type: 'text/html; charset=utf-8' },
  { path: '/page.css', file: 'page.css', type: 'text/css; charset=utf-8' },
  ...MODULES.map((file) => ({
    path: `/${file}`,
    file,
    type: 'text/javascript; charset=utf-8',
  })),
];

const commandSchema = z.object({
  text: z.string().trim().min(1).max(MAX_COMMAND_LENGTH),
  file: z.object({ name: z.string().max(300), content: z.string().max(MAX_FILE_LENGTH) }).optional(),
});

/** The local page, its event stream and its commands. Refusals are plain text; what the backend throws is passed on. */
export function localRoutes(backend: LocalBackend): Hono {
  const routes = new Hono();
  for (const { path, file, type } of ASSETS) {
    const body = readFileSync(join(PAGE, file), 'utf8');
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    routes.get(path, (c) => {
      const headers = { etag, 'cache-control': 'no-cache' };
      return isCurrent(c, etag) ? c.body(null, 304, headers) : c.body(body, 200, { ...headers, 'content-type': type });
    });
  }

  routes.get('/api/events', async (c) => {
    // hono answers HEAD with the GET route and drops the body unread, which would leave the subscription open.
    if (c.req.method === 'HEAD') return c.body(null);
    return await eventStream(backend);
  });

  routes.post('/api/command', async (c) => {
    const command = commandSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!command.success) {
      return c.text(`Send {"text": "..."} with 1 to ${MAX_COMMAND_LENGTH} characters.`, 400);
    }
    return c.json(await backend.run(command.data.text, command.data.file));
  });

  routes.get('/api/complete', async (c) => {
    const text = c.req.query('text') ?? '';
    if (text.length > MAX_COMMAND_LENGTH) {
      return c.text(`At most ${MAX_COMMAND_LENGTH} characters can be completed.`, 400);
    }
    return c.json(await backend.complete(text));
  });
  return routes;
}

function isCurrent(c: Context, etag: string): boolean {
  return c.req.header('if-none-match')?.includes(etag) ?? false;
}
