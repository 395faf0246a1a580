import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers every request alike: what stands between a platform and us, or words that the fakes do not know. */
export interface AnsweringServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function startAnsweringServer(
  status: number,
  body: string | object,
  headers: Readonly<Record<string, string>> = {},
): Promise<AnsweringServer> {
  const isText = typeof body === 'string';
  const server = createServer((_request, response) => {
    response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
    response.end(isText ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // An IP server's address is never a pipe's name.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
