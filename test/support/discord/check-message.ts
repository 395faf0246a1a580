import * as spec from 'discord-api-spec/zod';
import { AllowedMentionsTypes, MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { ZodMiniType } from 'zod/mini';
import { flawsOfComponents } from './check-components.ts';
import { flawsOfEmbeds, isBlank } from './check-embeds.ts';
import { brokenStrings, describeFlaw, flawsBySpec, type Flaw } from './flaw.ts';

/** The specification says 4,000, which only some people may. */
const MAX_CONTENT = 2000;
const V2_EXCLUDES = ['content', 'embeds', 'poll', 'sticker_ids'] as const;

const MENTIONS = [
  [AllowedMentionsTypes.User, 'users'],
  [AllowedMentionsTypes.Role, 'roles'],
] as const;

/** The fields that a message is made of; what a request's body may hold once it passed. */
export type MessageBody = Pick<
  RESTPostAPIChannelMessageJSONBody,
  'content' | 'embeds' | 'components' | 'flags' | 'nonce' | 'enforce_nonce' | 'allowed_mentions'
>;

const SCHEMAS = {
  create: spec.MessageCreateRequestSchema,
  edit: spec.MessageEditRequestPartialSchema,
  'webhook-create': spec.IncomingWebhookRequestPartialSchema,
  'webhook-edit': spec.IncomingWebhookUpdateRequestPartialSchema,
} as const satisfies Record<string, ZodMiniType>;

/**
 * Why Discord would refuse to post this body of `POST /channels/:id/messages`, a line each; empty if it would not. Sizes
 * count UTF-16 units.
 */
export function checkMessage(body: unknown): readonly string[] {
  const flaws = flawsOfMessage(body, 'create');
  // Nothing against it, so it has the shape of a message.
  if (flaws.length === 0 && isEmptyMessage(body as MessageBody)) return ['Cannot send an empty message'];
  return flaws.map(describeFlaw);
}

/** All but whether the message is empty, which for an edit depends on the message. */
export function flawsOfMessage(body: unknown, kind: keyof typeof SCHEMAS): readonly Flaw[] {
  const broken = [...flawsBySpec(SCHEMAS[kind], body), ...brokenStrings(body)];
  // Passed by the specification just above.
  return broken.length > 0 ? broken : flawsBeyondSpec(body as MessageBody);
}

/** What counts for a message of this body: the rules that the specification does not have. */
export function flawsBeyondSpec(body: MessageBody): readonly Flaw[] {
  const v2 = ((body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  const flaws = [...flawsOfEmbeds(body.embeds ?? []), ...flawsOfComponents(body.components ?? [], v2)];
  if ((body.content?.length ?? 0) > MAX_CONTENT) {
    const message = `Must be ${MAX_CONTENT} or fewer in length.`;
    flaws.push({ path: ['content'], code: 'BASE_TYPE_MAX_LENGTH', message });
  }
  if (v2) {
    const present = new Map(Object.entries(body).filter(([, value]) => hasSomething(value)));
    for (const key of V2_EXCLUDES.filter((key) => present.has(key))) {
      const message = `The '${key}' field cannot be used with MessageFlags.IS_COMPONENTS_V2`;
      flaws.push({ path: [key], code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message });
    }
  }
  const mentions = body.allowed_mentions;
  for (const [parsed, kind] of MENTIONS) {
    if (!mentions?.[kind]?.length || !mentions.parse?.includes(parsed)) continue;
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    flaws.push({ path: ['allowed_mentions'], code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message });
  }
  return flaws;
}

/** Discord trims the content; buttons alone are nothing, unless the components flag makes them the message. */
export function isEmptyMessage(body: Pick<MessageBody, 'content' | 'embeds' | 'components' | 'flags'>): boolean {
  const v2 = ((body.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return v2 ? !body.components?.length : isBlank(body.content) && !body.embeds?.length;
}

function hasSomething(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== '';
}
