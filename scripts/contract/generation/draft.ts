import * as fc from 'fast-check';
import type { ApiModel, MediaType, Operation, Parameter } from '../../model/api-model.ts';
import { isJsonType } from '../../base/media-type.ts';
import type { Json } from '../../base/json.ts';
import { append, tokensOf, valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import { describeBody } from '../../wire/describe-body.ts';
import { isWritable } from '../../wire/media-kind.ts';
import { undefinedBody, type UndefinedBody } from '../../wire/undefined-body.ts';
import { undefinedSerialization } from '../../wire/undefined-serialization.ts';
import { writeParameter } from '../../wire/write-parameter.ts';
import { isWithinLimits, once } from './change.ts';
import { validValue } from '../../values/valid-value.ts';

/** A request before it is written down: values by parameter, and the body's value. */
export interface Draft {
  readonly parameters: readonly { readonly parameter: Parameter; readonly value: Json }[];
  readonly body: DraftBody | undefined;
  /** What was broken on purpose, such as `maxItems at body/events`; nothing in a valid request. */
  readonly broken?: string;
}

interface DraftBody {
  readonly mediaType: string;
  readonly value: Json;
}

/** Requests that the contract should allow: documented examples first, generated ones after. */
export const validDraft = once((api, operation): fc.Arbitrary<Draft> => {
  const values = fc.tuple(...operation.parameters.map((it) => parameterValue(api, it)));
  const drafts = fc.tuple(values, bodyOf(api, operation)).map(([given, body]): Draft => ({
    parameters: operation.parameters.flatMap((parameter, i) => {
      const value = given[i];
      return value === undefined ? [] : [{ parameter, value }];
    }),
    body,
  }));
  return drafts.filter((draft) => isWithinLimits(operation, draft));
});

/**
 * Valid drafts to begin with: one for each documented example of the body, with every parameter. What
 * has no example takes one generated value, the same in every run.
 */
export const exampleDrafts = once((api, operation): readonly Draft[] => {
  const [generated] = fc.sample(validDraft(api, operation), { seed: 1, numRuns: 1 });
  const parameters = operation.parameters.flatMap((parameter) => {
    const [example] = parameter.examples;
    const [value] = example
      ? [example.value]
      : fc.sample(valueOf(api, parameter), { seed: 1, numRuns: 1 });
    return value === undefined ? [] : [{ parameter, value }];
  });
  const bodies = writableMedia(operation).flatMap((media) =>
    media.examples
      .filter(({ value }) => isPortable(api, media, value, FROM_EXAMPLES))
      .map(({ value }) => ({ mediaType: media.mediaType, value })),
  );
  if (bodies.length === 0) return [{ parameters, body: generated?.body }];
  return bodies.map((body) => ({ parameters, body }));
});

/** The media type that properties about JSON are tried in. */
export function jsonMedia(operation: Operation): MediaType | undefined {
  return operation.body?.content.find(isJson);
}

/** The media types in which a body can be written, JSON first. */
function writableMedia({ body }: Operation): MediaType[] {
  const writable = (body?.content ?? []).filter(({ mediaType }) => isWritable(mediaType));
  return [...writable.filter(isJson), ...writable.filter((it) => !isJson(it))];
}

function isJson({ mediaType }: MediaType): boolean {
  return isJsonType(mediaType);
}

/** Whether the values in its path keep the address: none is empty, and none is dots alone. */
export function isRoutable({ parameters }: Draft): boolean {
  return parameters.every(({ parameter, value }) => {
    if (parameter.in !== 'path') return true;
    const text = writeParameter(parameter, value);
    return text !== undefined && text !== '.' && text !== '..';
  });
}

function toSegment(value: Json): Json {
  return value === '' || value === '.' || value === '..' ? 'x' : value;
}

function valueOf(api: ApiModel, parameter: Parameter): fc.Arbitrary<Json> {
  const { schema, in: location } = parameter;
  const generated = validValue(api.document, schema && valueAt(api.document, schema));
  const some = location === 'path' ? generated.map(toSegment) : generated;
  return onlyValid(api, schema, some, (value) => isWritten(parameter, value)) ?? some;
}

function parameterValue(api: ApiModel, parameter: Parameter): fc.Arbitrary<Json | undefined> {
  const generated = valueOf(api, parameter);
  const examples = parameter.examples
    .map(({ value }) => value)
    .filter((value) => isWritten(parameter, value));
  const some = examples.length > 0 ? fc.oneof(fc.constantFrom(...examples), generated) : generated;
  return parameter.required ? some : fc.option(some, { nil: undefined });
}

/** Whether it is defined how a value is written as a parameter: nothing else is sent as valid. */
function isWritten(parameter: Parameter, value: Json): boolean {
  return undefinedSerialization(parameter, value) === undefined;
}

function bodyOf(api: ApiModel, operation: Operation): fc.Arbitrary<DraftBody | undefined> {
  const [first, ...rest] = writableMedia(operation).flatMap((media) => bodyIn(api, media) ?? []);
  if (!first) return fc.constant(undefined);
  // Most requests are in the first media type: what others allow is seldom tested by content.
  const others = rest.map((arbitrary) => ({ weight: 1, arbitrary }));
  const body = fc.oneof({ weight: 4, arbitrary: first }, ...others);
  return operation.body?.required ? body : fc.option(body, { freq: 10, nil: undefined });
}

function bodyIn(api: ApiModel, media: MediaType): fc.Arbitrary<DraftBody> | undefined {
  const { mediaType, schema, examples } = media;
  const isDefined = (value: Json) => isPortable(api, media, value);
  const some = validValue(api.document, schema && valueAt(api.document, schema));
  const generated = onlyValid(api, schema, some, isDefined);
  const documented = examples
    .map(({ value }) => value)
    .filter((value) => isPortable(api, media, value, FROM_EXAMPLES))
    .map(fc.constant);
  const choices = [...(generated ? [{ weight: 3, arbitrary: generated }] : []), ...documented];
  if (choices.length === 0) return undefined;
  return fc.oneof(...choices).map((value) => ({ mediaType, value }));
}

/** Whether it is defined how a value is written in a media type: nothing else is sent as valid. */
function isPortable(
  { document }: ApiModel,
  media: MediaType,
  value: Json,
  taken: readonly (UndefinedBody | undefined)[] = [undefined],
): boolean {
  return taken.includes(undefinedBody(describeBody(document, media), value));
}

/** An image in an example is one because its author says so. */
const FROM_EXAMPLES = [undefined, 'foreign-format'] as const;

/** Values tried before a generator is trusted, and how few valid ones make it useless. */
const TRIED = 50;
const TOO_FEW = 3;

/** The values that the schema really allows; undefined where the generator hardly finds one. */
function onlyValid(
  { schemas }: ApiModel,
  schema: Pointer | undefined,
  values: fc.Arbitrary<Json>,
  isDefined = (_value: Json) => true,
): fc.Arbitrary<Json> | undefined {
  const isValid = (value: Json) =>
    isDefined(value) &&
    (schema === undefined || schemas.check(schema, value, 'request').length === 0);
  const valid = fc.sample(values, { seed: 1, numRuns: TRIED }).filter(isValid).length;
  return valid < TOO_FEW ? undefined : values.filter(isValid);
}

/** A draft whose body has an array of the given length at a place, filled with one item. */
export function withItems(draft: Draft, at: Pointer, item: Json, length: number): Draft {
  const { body } = draft;
  if (!body) return draft;
  const items = Array.from({ length }, () => item);
  return {
    ...draft,
    body: { ...body, value: withValueAt(body.value, append('#', ...tokensOf(at)), items) },
  };
}
