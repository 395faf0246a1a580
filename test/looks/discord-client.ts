import type { APIButtonComponent, APIEmbed } from 'discord.js';
import type { DiscordBody } from '../../src/platforms/discord/render-card.ts';
import { readMarkdown, type MarkNode } from './discord-markdown.ts';
import { ago, clock, html } from './html.ts';

const TAGS: Readonly<Record<string, string>> = {
  quote: 'blockquote',
  heading: 'h3',
  item: 'li',
  spoiler: 'mark',
};

/** A message as Discord's client draws it. @param images what addresses of pictures lead to */
export function drawDiscord(body: DiscordBody, images: ReadonlyMap<string, string>, now: number): string {
  return `<div class="d-message"><div class="d-avatar">B</div><div class="d-main">
    <div class="d-author">Bellwether <span class="d-app">APP</span> <time>Today at ${clock(now)}</time></div>
    ${body.content === undefined ? '' : `<div class="d-content">${marks(body.content, now)}</div>`}
    ${body.embeds.map((embed) => drawEmbed(embed, images, now)).join('')}
    ${body.components.map(({ components }) => `<div class="d-row">${components.map(drawButton).join('')}</div>`).join('')}
  </div></div>`;
}

function drawEmbed(embed: APIEmbed, images: ReadonlyMap<string, string>, now: number): string {
  const { color, title, url, description, fields, image, thumbnail, footer, timestamp } = embed;
  const bar = color === undefined ? '' : ` style="border-color:#${color.toString(16).padStart(6, '0')}"`;
  const heading = title === undefined ? '' : marks(title, now);
  const foot = [
    ...(footer ? [html(footer.text)] : []),
    ...(timestamp === undefined ? [] : [`Today at ${clock(Date.parse(timestamp))}`]),
  ];
  return `<div class="d-embed"${bar}>
    ${thumbnail ? `<img class="d-thumb" src="${html(images.get(thumbnail.url) ?? '')}">` : ''}
    ${heading === '' ? '' : `<div class="d-title">${url === undefined ? heading : `<a>${heading}</a>`}</div>`}
    ${description === undefined ? '' : `<div class="d-text">${marks(description, now)}</div>`}
    ${fields ? `<div class="d-fields">${inRows(fields, now)}</div>` : ''}
    ${image ? `<img class="d-image" src="${html(images.get(image.url) ?? '')}">` : ''}
    ${foot.length > 0 ? `<div class="d-footer">${foot.join(' • ')}</div>` : ''}
  </div>`;
}

/** Inline fields stand three in a row; two share a row, and one has it alone. */
function inRows(fields: NonNullable<APIEmbed['fields']>, now: number): string {
  const rows: (typeof fields)[] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (last && field.inline && last[0]?.inline && last.length < 3) last.push(field);
    else rows.push([field]);
  }
  return rows
    .map((row) => {
      const cells = row.map(
        ({ name, value }) => `<div><div class="d-name">${marks(name, now)}</div><div>${marks(value, now)}</div></div>`,
      );
      return `<div class="d-field-row" style="grid-template-columns:repeat(${row.length},1fr)">${cells.join('')}</div>`;
    })
    .join('');
}

function drawButton(button: APIButtonComponent): string {
  const label = 'label' in button ? (button.label ?? '') : '';
  return `<span class="d-button">${html(label)}${'url' in button ? ' <i>↗</i>' : ''}</span>`;
}

function marks(source: string, now: number): string {
  return readMarkdown(source)
    .map((node) => draw(node, now))
    .join('');
}

function draw(node: MarkNode, now: number): string {
  switch (node.kind) {
    case 'text':
      return html(node.text);
    case 'code':
    case 'pre':
      return `<${node.kind}>${html(node.text)}</${node.kind}>`;
    case 'mention':
    case 'emoji':
      return `<span class="d-alarm">${html(node.text)}</span>`;
    case 'time':
      return `<span class="d-time">${node.style === 'R' ? ago(node.unix * 1000, now) : clock(node.unix * 1000)}</span>`;
    case 'link':
      return `<a title="${html(node.url)}">${node.children.map((child) => draw(child, now)).join('')}</a>`;
    default: {
      const tag = TAGS[node.kind] ?? node.kind;
      const inner = node.children.map((child) => draw(child, now)).join('');
      return `<${tag}>${inner}</${tag}>`;
    }
  }
}
