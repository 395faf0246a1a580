/** One card as every client draws it. */
export interface Look {
  readonly name: string;
  readonly discord: string;
  readonly telegram: string;
}

const STYLE = `
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.4 system-ui, sans-serif; background: #888; }
h2 { font-size: 13px; margin: 0; padding: 8px 16px; background: #444; color: #fff; }
.look { display: grid; grid-template-columns: 600px 400px 400px; }
.discord { background: #313338; color: #dbdee1; padding: 16px; font: 16px/1.375 "gg sans", "Noto Sans", "Helvetica Neue", Helvetica, Arial, sans-serif; }
.d-message { display: grid; grid-template-columns: 56px 1fr; white-space: normal; }
.d-avatar { width: 40px; height: 40px; border-radius: 50%; background: #5865f2; color: #fff; display: grid; place-items: center; }
.d-author { color: #f2f3f5; font-weight: 500; } .d-author time { color: #949ba4; font-size: 12px; font-weight: 400; }
.d-app { background: #5865f2; color: #fff; font-size: 10px; padding: 1px 5px; border-radius: 3px; vertical-align: 2px; }
.d-content, .d-text { white-space: pre-wrap; overflow-wrap: anywhere; }
.d-embed { max-width: 516px; background: #2b2d31; border-left: 4px solid #1e1f22; border-radius: 4px; padding: 8px 16px 16px 12px; margin-top: 4px; font-size: 14px; line-height: 18px; display: flow-root; }
.d-embed > div { margin-top: 8px; } .d-title { font-size: 16px; line-height: 22px; font-weight: 600; color: #f2f3f5; }
.d-thumb { float: right; max-width: 80px; border-radius: 4px; margin: 8px 0 0 16px; }
.d-image { max-width: 400px; max-height: 300px; border-radius: 4px; margin-top: 16px; display: block; }
.discord a { color: #00a8fc; } .discord b { font-weight: 700; color: inherit; }
.discord small { font-size: 13px; line-height: 18px; color: #949ba4; display: block; } .discord small a { color: #00a8fc; }
.d-time { background: #ffffff0f; border-radius: 3px; padding: 0 2px; }
.discord code { background: #1e1f22; padding: 2px 3px; border-radius: 3px; font: 13px/1.2 Consolas, "DejaVu Sans Mono", monospace; }
.discord pre { background: #1e1f22; border: 1px solid #1e1f22; padding: 7px; border-radius: 4px; margin: 6px 0 0; font: 13px/18px Consolas, "DejaVu Sans Mono", monospace; }
.discord blockquote { border-left: 4px solid #4e5058; border-radius: 4px; margin: 0; padding: 0 8px 0 12px; }
.d-field-row { display: grid; gap: 8px; margin-top: 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.d-name { font-weight: 600; color: #f2f3f5; margin-bottom: 2px; }
.d-footer { font-size: 12px; line-height: 16px; color: #b5bac1; }
.d-row { display: flex; gap: 8px; margin-top: 8px; flex-wrap: wrap; }
.d-button { background: #4e5058; color: #fff; border-radius: 4px; padding: 6px 16px; font-size: 14px; font-weight: 500; min-width: 60px; text-align: center; } .d-button i { font-style: normal; color: #dbdee1; }
.d-alarm, .t-alarm, mark { background: #f00; color: #fff; }
.telegram { padding: 16px 12px; font: 15px/1.32 Roboto, "Noto Sans", system-ui, sans-serif; }
.light { background: #c5d9c0; --bubble: #fff; --text: #000; --link: #2481cc; --dim: #9aa0a6; --key: #5c7f5a99; --quote: #2481cc18; --code: #2f6f9f; }
.dark { background: #0e1621; --bubble: #182533; --text: #f5f5f5; --link: #6ab3f3; --dim: #6d7f8f; --key: #ffffff1c; --quote: #6ab3f31c; --code: #8fc7f0; }
.t-message { max-width: 372px; } .t-bubble { background: var(--bubble); color: var(--text); border-radius: 14px; padding: 7px 11px 6px; display: flow-root; }
.t-text { white-space: pre-wrap; overflow-wrap: anywhere; } .telegram a { color: var(--link); text-decoration: none; }
.t-text time { text-decoration: underline dotted var(--dim) 1px; text-underline-offset: 3px; } .t-text b { font-weight: 600; }
.telegram code, .telegram pre { font: 13.5px/1.35 "Roboto Mono", "DejaVu Sans Mono", monospace; color: var(--code); margin: 0; }
.telegram pre { background: var(--quote); border-radius: 6px; padding: 6px 8px; overflow: hidden; }
.telegram blockquote { margin: 2px 0; padding: 3px 8px; border-left: 3px solid var(--link); background: var(--quote); border-radius: 4px; font-size: 14px; display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
.t-preview { border-left: 3px solid var(--link); background: var(--quote); border-radius: 4px; margin: 6px 0 0; padding: 6px 8px; display: grid; grid-template-columns: 1fr 64px; color: var(--link); font-size: 14px; }
.t-preview img { width: 64px; height: 64px; object-fit: cover; border-radius: 4px; }
.t-dot { display: inline-block; width: 13px; height: 13px; border-radius: 50%; vertical-align: -1px; }
.t-time { float: right; font-size: 11px; color: var(--dim); margin: 4px 0 0 8px; }
.t-row { display: flex; gap: 3px; margin-top: 3px; } .t-button { flex: 1 1 0; min-width: 0; background: var(--key); color: #fff; text-align: center; border-radius: 8px; padding: 9px 6px; font-size: 14px; font-weight: 500; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; position: relative; }
.t-button i { position: absolute; right: 5px; top: 1px; font: 10px sans-serif; }
`;

/** One page of itself with every look: Discord dark, Telegram light and dark. */
export function looksPage(looks: readonly Look[]): string {
  const drawn = looks.map(
    ({ name, discord, telegram }) =>
      `<section><h2>${name}</h2><div class="look"><div class="discord">${discord}</div><div class="telegram light">${telegram}</div><div class="telegram dark">${telegram}</div></div></section>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Looks</title><style>${STYLE}</style>${drawn.join('\n')}</html>\n`;
}
