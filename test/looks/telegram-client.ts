import type { TelegramBody } from '../../src/platforms/telegram/render-card.ts';
import { checkMessage } from '../support/telegram/check-message.ts';
import type { TdEntity } from '../support/telegram/td-text.ts';
import { ago, clock, html } from './html.ts';

const TAGS: Readonly<Record<string, string>> = {
  bold: 'b',
  italic: 'i',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
  text_link: 'a',
  bot_command: 'a',
  date_time: 'time',
};

const DOTS: Readonly<Record<string, string>> = { '🔴': '#e5484d', '🟢': '#30a46c', '🔵': '#3b82f6', '⚪️': '#c8ccd0' };

/** A message as Telegram's app draws it, as TDLib reads it. @param images what addresses of pictures lead to */
export function drawTelegram(body: TelegramBody, images: ReadonlyMap<string, string>, now: number): string {
  const { problems, text, entities, found, buttons, linkPreview } = checkMessage(body);
  const commands = found.filter(
    ({ offset }) => !entities.some((entity) => entity.type !== 'italic' && covers(entity, offset)),
  );
  const preview = linkPreview?.url === undefined ? undefined : images.get(linkPreview.url);
  const keyboard = buttons.map(
    (row) =>
      `<div class="t-row">${row.map((button) => `<span class="t-button">${html(button.text)}${'url' in button ? '<i>↗</i>' : ''}</span>`).join('')}</div>`,
  );
  return `<div class="t-message"><div class="t-bubble">
    ${problems.length > 0 ? `<p class="t-alarm">${html(problems.join('; '))}</p>` : ''}
    <div class="t-text">${markUp(text, [...entities, ...commands], now)}</div>
    ${preview === undefined ? '' : `<div class="t-preview"><span>${html(new URL(linkPreview?.url ?? '').host)}</span><img src="${html(preview)}"></div>`}
    <span class="t-time">${clock(now)}</span>
  </div>${keyboard.join('')}</div>`;
}

function covers({ offset, length }: TdEntity, at: number): boolean {
  return offset <= at && at < offset + length;
}

/** Entities lie inside of one another or apart; the widest is opened first. */
function markUp(text: string, entities: readonly TdEntity[], now: number, from = 0, to = text.length): string {
  const inside = entities
    .filter(({ offset, length }) => offset >= from && offset + length <= to)
    .toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  let at = from;
  let drawn = '';
  while (inside.length > 0) {
    const entity = inside.shift();
    if (!entity || entity.offset < at) continue;
    const end = entity.offset + entity.length;
    const tag = TAGS[entity.type] ?? 'mark';
    const children = inside.filter(({ offset, length }) => offset >= entity.offset && offset + length <= end);
    const inner =
      entity.unixTime === undefined
        ? markUp(text, children, now, entity.offset, end)
        : timeOf(entity.unixTime * 1000, text.slice(entity.offset, end), now);
    drawn += `${plain(text.slice(at, entity.offset))}<${tag}>${inner}</${tag}>`;
    // A block ends its line itself.
    at = (tag === 'blockquote' || tag === 'pre') && text[end] === '\n' ? end + 1 : end;
  }
  return drawn + plain(text.slice(at, to));
}

/** Not every machine has a font with coloured dots. */
function plain(text: string): string {
  return html(text).replace(
    /🔴|🟢|🔵|⚪️/gu,
    (mark) => `<span class="t-dot" style="background:${DOTS[mark] ?? ''}"></span>`,
  );
}

/** TDLib's answer has lost the format here; ours have a day behind them where they tell how long ago. */
function timeOf(at: number, fallback: string, now: number): string {
  return fallback.includes(',') ? ago(at, now) : clock(at);
}
