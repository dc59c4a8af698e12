import type { ApiModel, MediaType, Operation, Parameter } from '../../model/api-model.ts';
import { isObject, type Json } from '../../base/json.ts';
import { parentOf, tokensOf, valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { Draft } from './draft.ts';
import { isSendable, isSendableBody } from './sendable.ts';
import { ABSENT } from '../../values/violations.ts';

/** A part of a request: one of its parameters, or its body. */
export interface Part {
  /** As `readRequest` names it: `body`, `query parameter limit`. */
  readonly name: string;
  readonly parameter: Parameter | undefined;
  /** The body's media type; undefined for a parameter. */
  readonly media: MediaType | undefined;
  readonly schema: Pointer | undefined;
  readonly required: boolean;
  readonly value: Json;
}

/** One place of a request, and what is put there. */
export interface Change {
  readonly part: Part;
  readonly keyword: string;
  readonly at: Pointer;
  readonly value: Json | typeof ABSENT;
}

/** The parts that a draft has. */
export function partsOf(operation: Operation, { parameters, body }: Draft): Part[] {
  const media = operation.body?.content.find(({ mediaType }) => mediaType === body?.mediaType);
  const inParameters = parameters.map(({ parameter, value }) => ({
    name: `${parameter.in} parameter ${parameter.name}`,
    parameter,
    media: undefined,
    schema: parameter.schema,
    // A path without one of its variables is another path.
    required: parameter.required && parameter.in !== 'path',
    value,
  }));
  if (!body || !media) return inParameters;
  const { required = false } = operation.body ?? {};
  const own = { name: 'body', parameter: undefined, media, schema: media.schema, required };
  return [...inParameters, { ...own, value: body.value }];
}

/** A draft with one of its parts changed; the part is left out where that is the change. */
export function withChange(draft: Draft, { part, at, value }: Change): Draft {
  const isWhole = at === '#' && value === ABSENT;
  if (part.parameter === undefined) {
    const { body } = draft;
    if (!body || isWhole) return { ...draft, body: undefined };
    // What is changed is no file any more.
    const { mediaType } = body;
    return { ...draft, body: { mediaType, value: replaced(body.value, at, value) } };
  }
  const parameters = draft.parameters.flatMap((given) => {
    if (given.parameter !== part.parameter) return [given];
    return isWhole ? [] : [{ ...given, value: replaced(given.value, at, value) }];
  });
  return { ...draft, parameters };
}

/** Whether the part that is changed can still be sent, so that it is clear what a server was asked. */
export function isChangeSendable(
  api: ApiModel,
  { part: { parameter, media } }: Change,
  { parameters, body }: Draft,
): boolean {
  if (media) return !body || isSendableBody(api, media, body.value);
  const changed = parameters.find((it) => it.parameter === parameter);
  return !changed || isSendable(changed.parameter, changed.value);
}

/** How a change is called: `maxItems at body/events`. */
export function labelOf(part: Part, keyword: string, at: Pointer): string {
  return `${keyword} at ${part.name}${at.slice(1)}`;
}

function replaced(document: Json, at: Pointer, value: Json | typeof ABSENT): Json {
  if (value !== ABSENT) return withValueAt(document, at, value);
  const parent = valueAt(document, parentOf(at));
  const name = tokensOf(at).at(-1) ?? '';
  if (!isObject(parent)) return document;
  const rest = Object.entries(parent).filter(([it]) => it !== name);
  return withValueAt(document, parentOf(at), Object.fromEntries(rest));
}
