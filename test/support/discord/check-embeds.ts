import type { APIEmbed } from 'discord.js';
import type { Flaw } from './flaw.ts';

/** Of all embeds of a message together (resources/message: embed limits). */
const MAX_CHARACTERS = 6000;

/** What the specification leaves out; the embeds have its shape already. */
export function flawsOfEmbeds(embeds: readonly APIEmbed[]): readonly Flaw[] {
  const flaws = embeds.flatMap((embed, index) => flawsOfEmbed(embed, ['embeds', index]));
  const characters = embeds.reduce((sum, embed) => sum + charactersOf(embed), 0);
  if (characters > MAX_CHARACTERS) {
    const message = `Embed size exceeds maximum size of ${MAX_CHARACTERS}`;
    flaws.push({ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message });
  }
  return flaws;
}

/** Something that a person sees. */
export function isBlank(text: string | null | undefined): boolean {
  return !text || text.trim() === '';
}

/**
 * What Discord says of an address: http or https (and what else is allowed), no spaces, and a host with a dot, `localhost`
 * or an IP address: it refuses `http://intranet/`.
 */
export function flawOfUrl(
  url: string,
  path: Flaw['path'],
  schemes: readonly string[] = ['http', 'https'],
): Flaw | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || /[\s\p{Cc}]/u.test(url))
    return { path, code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
  const scheme = parsed.protocol.slice(0, -1);
  if (!schemes.includes(scheme)) {
    const message = `Scheme "${scheme}" is not supported. Scheme must be one of (${schemes.join(', ')}).`;
    return { path, code: 'URL_TYPE_INVALID_SCHEME', message };
  }
  const known = !scheme.startsWith('http') || /[.\]]|^localhost$/.test(parsed.hostname.replace(/\.$/, ''));
  return known ? null : { path, code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
}

function flawsOfEmbed(embed: APIEmbed, path: Flaw['path']): Flaw[] {
  const required = (...more: (string | number)[]): Flaw => ({
    path: [...path, ...more],
    code: 'BASE_TYPE_REQUIRED',
    message: 'This field is required',
  });
  const flaws: Flaw[] = [];
  const { title, description, fields, image, thumbnail, author, footer } = embed;
  // `attachment://` shows a file of the same message.
  const shown = ['http', 'https', 'attachment'];
  const urls = [
    [embed.url, ['url'], undefined],
    [author?.url, ['author', 'url'], undefined],
    [author?.icon_url, ['author', 'icon_url'], shown],
    [footer?.icon_url, ['footer', 'icon_url'], shown],
    [image?.url, ['image', 'url'], shown],
    [thumbnail?.url, ['thumbnail', 'url'], shown],
  ] as const;
  for (const [url, at, schemes] of urls) {
    const flaw = url ? flawOfUrl(url, [...path, ...at], schemes) : null;
    if (flaw) flaws.push(flaw);
  }
  if (image && !image.url) flaws.push(required('image', 'url'));
  if (thumbnail && !thumbnail.url) flaws.push(required('thumbnail', 'url'));
  if (author && isBlank(author.name)) flaws.push(required('author', 'name'));
  if (footer && isBlank(footer.text)) flaws.push(required('footer', 'text'));
  for (const [index, { name, value }] of (fields ?? []).entries()) {
    if (isBlank(name)) flaws.push(required('fields', index, 'name'));
    if (isBlank(value)) flaws.push(required('fields', index, 'value'));
  }
  if (embed.timestamp && Number.isNaN(Date.parse(embed.timestamp))) {
    const message = `Could not parse ${embed.timestamp}. Should be ISO8601.`;
    flaws.push({ path: [...path, 'timestamp'], code: 'DATE_TIME_TYPE_PARSE', message });
  }
  const bare = !fields?.length && !image && !thumbnail && !author && !footer;
  if (bare && isBlank(title) && isBlank(description)) flaws.push(required('description'));
  return flaws;
}

function charactersOf({ title, description, fields, footer, author }: APIEmbed): number {
  const texts = [title, description, footer?.text, author?.name, ...(fields ?? []).flatMap((f) => [f.name, f.value])];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
