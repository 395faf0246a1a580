/** Escapes `text` for element content and double-quoted attributes, of HTML and XML alike. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The blocks of a scripted body as HTML that is well-formed XML, too. */
export function bodyMarkup(body: string): string {
  return body
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim().split(/\s+/).join(' '))
    .filter((block) => block !== '')
    .map((block) => (block.startsWith('<') ? block : `<p>${escapeMarkup(block)}</p>`))
    .join('\n');
}
