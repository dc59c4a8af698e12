import * as fc from 'fast-check';
import type { ApiModel, MediaType, Operation, Parameter } from '../../core/api-model.ts';
import { isJsonType } from '../../core/exchange.ts';
import { isObject, type Json } from '../../core/json.ts';
import {
  append,
  parentOf,
  tokensOf,
  valueAt,
  withValueAt,
  type Pointer,
} from '../../core/json-pointer.ts';
import { validValue } from './valid-value.ts';
import { ABSENT, breaksOf } from './violations.ts';

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
export function validDraft(api: ApiModel, operation: Operation): fc.Arbitrary<Draft> {
  const values = fc.tuple(...operation.parameters.map((it) => parameterValue(api, it)));
  return fc.tuple(values, bodyOf(api, operation)).map(([given, body]) => ({
    parameters: operation.parameters.flatMap((parameter, i) => {
      const value = given[i];
      return value === undefined ? [] : [{ parameter, value }];
    }),
    body,
  }));
}

/**
 * Valid drafts to begin with: one for each documented example of the body, with every parameter. What
 * has no example takes one generated value, the same in every run.
 */
export function exampleDrafts(api: ApiModel, operation: Operation): Draft[] {
  const [generated] = fc.sample(validDraft(api, operation), { seed: 1, numRuns: 1 });
  const parameters = operation.parameters.flatMap((parameter) => {
    const [example] = parameter.examples;
    const [value] = example
      ? [example.value]
      : fc.sample(valueOf(api, parameter), { seed: 1, numRuns: 1 });
    return value === undefined ? [] : [{ parameter, value }];
  });
  const media = jsonMedia(operation);
  const bodies = media?.examples.map(({ value }) => ({ mediaType: media.mediaType, value })) ?? [];
  if (bodies.length === 0) return [{ parameters, body: generated?.body }];
  return bodies.map((body) => ({ parameters, body }));
}

/** Requests in which exactly one constraint of a valid draft is broken. */
export function brokenDraft(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
): fc.Arbitrary<Draft>[] {
  return [...brokenBodies(api, operation, draft), ...brokenParameters(api, draft)];
}

function brokenBodies(api: ApiModel, operation: Operation, draft: Draft): fc.Arbitrary<Draft>[] {
  const { body } = draft;
  const media = jsonMedia(operation);
  if (!body || !media?.schema) return [];
  const schema = valueAt(api.document, media.schema);
  const broken = [...breaksOf(api.document, schema, body.value)].map(
    ({ keyword, at, replacement }): fc.Arbitrary<Draft> =>
      replacement.map((value) => ({
        ...draft,
        body: { ...body, value: replaced(body.value, at, value) },
        broken: `${keyword} at body${at.slice(1)}`,
      })),
  );
  const without = fc.constant({ ...draft, body: undefined, broken: 'required at body' });
  return operation.body?.required ? [...broken, without] : broken;
}

function brokenParameters(api: ApiModel, draft: Draft): fc.Arbitrary<Draft>[] {
  return draft.parameters.flatMap(({ parameter, value }) => {
    const rest = draft.parameters.filter((it) => it.parameter !== parameter);
    const name = `${parameter.in} parameter ${parameter.name}`;
    const schema = parameter.schema && valueAt(api.document, parameter.schema);
    const broken = [...breaksOf(api.document, schema, value)].map(({ keyword, at, replacement }) =>
      replacement.map((other) => ({
        ...draft,
        parameters: [...rest, { parameter, value: replaced(value, at, other) }],
        broken: `${keyword} at ${name}${at.slice(1)}`,
      })),
    );
    if (!parameter.required || parameter.in === 'path') return broken;
    const without = fc.constant({ ...draft, parameters: rest, broken: `required at ${name}` });
    return [...broken, without];
  });
}

/** The media type in which bodies are generated: JSON, where the operation takes it. */
export function jsonMedia(operation: Operation): MediaType | undefined {
  return operation.body?.content.find(({ mediaType }) => isJsonType(mediaType));
}

function valueOf(api: ApiModel, { schema, in: location }: Parameter): fc.Arbitrary<Json> {
  const generated = validValue(api.document, schema && valueAt(api.document, schema));
  const some = location === 'path' ? generated.map(toSegment) : generated;
  return onlyValid(api, schema, some) ?? some;
}

function parameterValue(api: ApiModel, parameter: Parameter): fc.Arbitrary<Json | undefined> {
  const generated = valueOf(api, parameter);
  const examples = parameter.examples.map(({ value }) => value);
  const some = examples.length > 0 ? fc.oneof(fc.constantFrom(...examples), generated) : generated;
  return parameter.required ? some : fc.option(some, { nil: undefined });
}

/** A path segment is never empty, and `.` and `..` do not survive the way (RFC 3986, 5.2.4). */
function toSegment(value: Json): Json {
  return value === '' || value === '.' || value === '..' ? 'x' : value;
}

function bodyOf(api: ApiModel, operation: Operation): fc.Arbitrary<DraftBody | undefined> {
  const media = jsonMedia(operation);
  if (!media) return fc.constant(undefined);
  const { mediaType, schema } = media;
  const some = validValue(api.document, schema && valueAt(api.document, schema));
  const generated = onlyValid(api, schema, some);
  const examples = media.examples.map(({ value }) => fc.constant(value));
  const choices = [...(generated ? [{ weight: 3, arbitrary: generated }] : []), ...examples];
  const value = choices.length > 0 ? fc.oneof(...choices) : some;
  const body = value.map((it): DraftBody => ({ mediaType, value: it }));
  return operation.body?.required ? body : fc.option(body, { freq: 10, nil: undefined });
}

/** Values tried before a generator is trusted, and how few valid ones make it useless. */
const TRIED = 50;
const TOO_FEW = 3;

/** The values that the schema really allows; undefined where the generator hardly finds one. */
function onlyValid(
  { schemas }: ApiModel,
  schema: Pointer | undefined,
  values: fc.Arbitrary<Json>,
): fc.Arbitrary<Json> | undefined {
  if (schema === undefined) return values;
  const isValid = (value: Json) => schemas.check(schema, value).length === 0;
  const valid = fc.sample(values, { seed: 1, numRuns: TRIED }).filter(isValid).length;
  if (valid === TRIED) return values;
  return valid < TOO_FEW ? undefined : values.filter(isValid);
}

function replaced(document: Json, at: Pointer, value: Json | typeof ABSENT): Json {
  if (value !== ABSENT) return withValueAt(document, at, value);
  const parent = valueAt(document, parentOf(at));
  const name = tokensOf(at).at(-1) ?? '';
  if (!isObject(parent)) return document;
  const { [name]: _removed, ...rest } = parent;
  return withValueAt(document, parentOf(at), rest);
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
