import type { RequestData } from 'discord.js';
import type { TextFile } from '../../chat/reply.ts';

/**
 * A body, with a file beside it as a form (reference, uploading files). The form is made here: the library builds it of
 * Node's own FormData, which the undici behind it refuses.
 */
export async function requestBody(body: object, file: TextFile | null): Promise<RequestData> {
  if (file === null) return { body };
  const form = new FormData();
  form.set('files[0]', new Blob([file.content], { type: `${file.type};charset=utf-8` }), file.name);
  form.set('payload_json', JSON.stringify(body));
  const written = new Response(form);
  return {
    body: new Uint8Array(await written.arrayBuffer()),
    headers: { 'Content-Type': written.headers.get('content-type') ?? 'multipart/form-data' },
    passThroughBody: true,
  };
}
