import { afterEach, expect, test } from 'vitest';
import { createGuardedAgent, PRIVATE_ADDRESS, type Resolve } from '../../src/http/guarded-agent.ts';

const agents: ReturnType<typeof createGuardedAgent>[] = [];

afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.destroy()));
});

function agentResolvingTo(...addresses: string[]) {
  const resolve: Resolve = (_name, _options, callback) => {
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  const agent = createGuardedAgent({ allowPrivate: false, resolve });
  agents.push(agent);
  return agent;
}

test.each([
  ['a private address', ['10.0.0.7']],
  ['a private address among public ones', ['93.184.216.34', '127.0.0.1']],
  ['an IPv4-mapped loopback address', ['::ffff:127.0.0.1']],
  ['no address at all', []],
])('a name that resolves to %s is refused before anything is sent', async (_case, addresses) => {
  const agent = agentResolvingTo(...addresses);
  const request = agent.request({ origin: 'http://feeds.example', path: '/', method: 'GET' });
  await expect(request).rejects.toMatchObject({ code: PRIVATE_ADDRESS });
});
