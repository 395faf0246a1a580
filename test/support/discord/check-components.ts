import { ButtonStyle, ComponentType, type APIButtonComponent, type APIMessageTopLevelComponent } from 'discord.js';
import { flawOfUrl, isBlank } from './check-embeds.ts';
import type { Flaw } from './flaw.ts';

/** Components reference: action rows of a message without the components flag; all components with it. */
const MAX_ROWS = 5;
const MAX_COMPONENTS = 40;
const MAX_V2_CHARACTERS = 4000;
const MAX_URL = 512;

type Place = {
  readonly path: Flaw['path'];
  readonly component: Record<string, unknown> & { readonly type: ComponentType };
};

/** What the specification leaves out; the components have its shape already. */
export function flawsOfComponents(components: readonly APIMessageTopLevelComponent[], v2: boolean): readonly Flaw[] {
  const places = [...walk(components, ['components'])];
  const flaws: Flaw[] = [];
  const refuse = (path: Flaw['path'], code: string, message: string) => void flaws.push({ path, code, message });

  if (!v2) {
    if (components.length > MAX_ROWS) refuse(['components'], 'BASE_TYPE_BAD_LENGTH', `Must be ${MAX_ROWS} or fewer.`);
    for (const [index, { type }] of components.entries()) {
      if (type === ComponentType.ActionRow) continue;
      refuse(['components', index, 'type'], 'UNION_TYPE_CHOICES', 'Needs the flag IS_COMPONENTS_V2 (1 << 15).');
    }
  }
  if (places.length > MAX_COMPONENTS) {
    refuse(['components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `At most ${MAX_COMPONENTS} components in all.`);
  }
  const characters = places.reduce((sum, { component }) => sum + lengthOf(component['content']), 0);
  if (characters > MAX_V2_CHARACTERS) {
    refuse(
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `At most ${MAX_V2_CHARACTERS} characters in all.`,
    );
  }

  const seen = new Set<string>();
  for (const { path, component } of places) {
    if (component.type === ComponentType.Button) {
      // The specification has passed it, and its type says which it is.
      flaws.push(...flawsOfButton(component as unknown as APIButtonComponent, path));
    }
    const id = component['custom_id'];
    if (typeof id !== 'string') continue;
    if (seen.has(id)) {
      refuse([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
    }
    seen.add(id);
  }
  return flaws;
}

function flawsOfButton(button: APIButtonComponent, path: Flaw['path']): Flaw[] {
  const flaws: Flaw[] = [];
  const refuse = (key: string, code: string, message: string) =>
    void flaws.push({ path: [...path, key], code, message });
  const { url, custom_id } = { url: undefined, custom_id: undefined, ...button };
  if (button.style === ButtonStyle.Link) {
    if (custom_id !== undefined) {
      refuse('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A link has no custom id.');
    }
    if (!url) refuse('url', 'BASE_TYPE_REQUIRED', 'A link button must have a url');
    else {
      const flaw = flawOfUrl(url, [...path, 'url'], ['http', 'https', 'discord']);
      if (flaw) flaws.push(flaw);
      if (url.length > MAX_URL) refuse('url', 'BASE_TYPE_BAD_LENGTH', `Must be ${MAX_URL} or fewer in length.`);
    }
  } else if (button.style !== ButtonStyle.Premium) {
    if (!custom_id) refuse('custom_id', 'BASE_TYPE_REQUIRED', 'This field is required');
    if (url !== undefined) refuse('url', 'BUTTON_COMPONENT_INVALID_URL', 'Only a link has a url.');
  }
  const named = button.style === ButtonStyle.Premium || !isBlank(button.label) || button.emoji;
  if (!named) refuse('label', 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button needs a label or an emoji.');
  return flaws;
}

function lengthOf(content: unknown): number {
  return typeof content === 'string' ? content.length : 0;
}

function* walk(list: readonly unknown[], path: Flaw['path']): Generator<Place> {
  for (const [index, item] of list.entries()) {
    // The specification has passed every component on the way here.
    const component = item as Place['component'];
    const here = [...path, index];
    yield { path: here, component };
    if (Array.isArray(component['components'])) yield* walk(component['components'], [...here, 'components']);
    const { accessory } = { accessory: undefined, ...component };
    if (accessory) yield { path: [...here, 'accessory'], component: accessory };
  }
}
