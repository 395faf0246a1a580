import type { APIActionRowComponent, APIButtonComponent } from 'discord.js';
import type { Button, CardItem } from '../../model/card.ts';
import type { Text } from '../../model/text.ts';
import { cutAtWord } from '../../texts/cut-at-word.ts';
import { oneLine } from '../../texts/one-line.ts';
import { safeLink } from '../../cards/safe-link.ts';
import { encodeButton } from '../../chat/command-button.ts';

export type ButtonRow = APIActionRowComponent<APIButtonComponent>;

/** Discord: component reference. */
const MAX_ROWS = 5;
const ROW_LENGTH = 5;
const MAX_LABEL = 80;
const MAX_URL = 512;
const MAX_CUSTOM_ID = 100;
const MAX_NUMBERED = 15;

/**
 * Rows of five: first a numbered button for each item that a command tells more of, then the buttons. What Discord
 * would refuse (an odd link, a second button with the same command, a 26th) is left out.
 */
export function renderButtons(
  buttons: readonly Button[],
  items: readonly CardItem[],
  say: (text: Text) => string,
): ButtonRow[] {
  const seen = new Set<string>();
  const named = buttons.flatMap((button) => renderButton(button, oneLine(say(button.label)), seen));
  const rows = inRows(named).slice(0, MAX_ROWS);
  const numbered = items
    .slice(0, Math.min(MAX_NUMBERED, (MAX_ROWS - rows.length) * ROW_LENGTH))
    .flatMap(({ command }, index) =>
      command === null ? [] : renderButton({ kind: 'command', label: '', command }, String(index + 1), seen),
    );
  return [...inRows(numbered), ...rows];
}

function renderButton(button: Button, label: string, seen: Set<string>): APIButtonComponent[] {
  const id = button.kind === 'link' ? safeLink(button.url, MAX_URL) : encodeButton(button);
  if (id === null || id === '' || label === '' || seen.has(id)) return [];
  if (button.kind === 'command' && id.length > MAX_CUSTOM_ID) return [];
  seen.add(id);
  const shown = cutAtWord(label, MAX_LABEL);
  return button.kind === 'link'
    ? [{ type: 2, style: 5, label: shown, url: id }]
    : [{ type: 2, style: 2, label: shown, custom_id: id }];
}

function inRows(buttons: readonly APIButtonComponent[]): ButtonRow[] {
  return Array.from({ length: Math.ceil(buttons.length / ROW_LENGTH) }, (_, row) => ({
    type: 1,
    components: buttons.slice(row * ROW_LENGTH, (row + 1) * ROW_LENGTH),
  }));
}
