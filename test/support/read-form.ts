/** Reads a small form (multipart/form-data) that was sent to a stand-in. */
export async function readForm(body: Buffer, contentType: string): Promise<FormData> {
  const sent = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } });
  // oxlint-disable-next-line typescript/no-deprecated -- discouraged for servers that strangers send to
  return sent.formData();
}
