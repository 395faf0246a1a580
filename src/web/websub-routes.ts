import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { HubPort } from '../feeds/websub/receive.ts';
import { CALLBACK_PATH } from '../feeds/websub/subscriber.ts';

const MAX_BODY_BYTES = 10_000_000;

/** Where hubs verify subscriptions and bring pushes (WebSub, W3C): known by an address that only the hub was told. */
export function webSubRoutes(port: HubPort): Hono {
  const routes = new Hono();
  routes.get(`${CALLBACK_PATH}/:token`, async (c) => {
    const challenge = await port.verify(c.req.param('token'), c.req.query());
    return challenge === null ? c.text('Not asked for.', 404) : c.text(challenge);
  });
  routes.post(`${CALLBACK_PATH}/:token`, bodyLimit({ maxSize: MAX_BODY_BYTES }), async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer());
    const isWanted = await port.push(c.req.param('token'), body, {
      contentType: c.req.header('content-type'),
      signature: c.req.header('x-hub-signature'),
    });
    return isWanted ? c.body(null, 202) : c.text('Not asked for.', 404);
  });
  return routes;
}
