import * as fc from 'fast-check';
import type { ApiModel, MediaType, Operation, Parameter } from '../../model/api-model.ts';
import { isJsonType } from '../../base/media-type.ts';
import { textOf, type Json } from '../../base/json.ts';
import { append, tokensOf, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import { idsFor } from '../../values/shown-ids.ts';
import { allowedValues } from './allowed-values.ts';
import { bodyOf, shownBodies, type DraftBody } from './draft-body.ts';
import { perOperation } from '../../model/per-operation.ts';
import { destinationOf, isOfHttp, isSendable, withoutNamesOfOthers } from './sendable.ts';
import { isWithinLimits } from './within-limits.ts';
import { withShortHead } from './with-short-head.ts';

/** A request before it is written down: values by parameter, and the body's value. */
export interface Draft {
  readonly parameters: readonly { readonly parameter: Parameter; readonly value: Json }[];
  readonly body: DraftBody | undefined;
  /** What was broken on purpose, such as `maxItems at body/events`; nothing in a valid request. */
  readonly broken?: string;
  /** Set where its path names what need not be there, on purpose: nothing that is there takes its place. */
  readonly isStray?: true;
}

/** Characters of a draft, roughly. */
export function charactersOf({ parameters, body }: Draft): number {
  return JSON.stringify([parameters.map(({ value }) => value), body?.value]).length;
}

/** Requests that the contract should allow: documented examples first, generated ones after. */
export const validDraft = perOperation((api, operation): fc.Arbitrary<Draft> => {
  const parameters = ownParameters(operation);
  const values = fc.tuple(...parameters.map((it) => parameterValue(api, operation, it)));
  const drafts = fc.tuple(values, bodyOf(api, operation)).map(([given, body]): Draft => ({
    parameters: parameters.flatMap((parameter, i) => {
      const value = given[i];
      return value === undefined ? [] : [{ parameter, value }];
    }),
    body,
  }));
  return drafts.map(withShortHead).filter((draft) => isWithinLimits(operation, draft));
});

/**
 * Valid drafts to begin with: one for each documented example of the body, with every parameter that is
 * needed, or of which the description shows a value. What has no example takes one generated value, the same in
 * every run. An optional value that nobody shows says nothing that a plain request has to say.
 */
export const exampleDrafts = perOperation((api, operation): readonly Draft[] => {
  const [generated] = fc.sample(validDraft(api, operation), { seed: 1, numRuns: 1 });
  const parameters = ownParameters(operation).flatMap((parameter) => {
    const isLeft = !parameter.required && likelyValues(api, operation, parameter).length === 0;
    return isLeft ? [] : givenValue(api, operation, parameter);
  });
  const bodies = shownBodies(api, operation);
  const drafts = bodies.length === 0 ? [generated?.body] : bodies;
  return drafts.map((body) => withShortHead({ parameters, body }));
});

/** A draft with the parameters that it lacks, each with one value, the same in every run. */
export function withOptional(api: ApiModel, operation: Operation, draft: Draft): Draft {
  const given = new Set(draft.parameters.map(({ parameter }) => parameter));
  const lacking = ownParameters(operation).filter((it) => !given.has(it));
  if (lacking.length === 0) return draft;
  const added = lacking.flatMap((it) => givenValue(api, operation, it));
  return withShortHead({ ...draft, parameters: [...draft.parameters, ...added] });
}

/** The media type that properties about JSON are tried in. */
export function jsonMedia({ body }: Operation): MediaType | undefined {
  return body?.content.find(({ mediaType }) => isJsonType(mediaType));
}

/** Whether every path variable arrives as it was meant: not empty, no dots alone, nothing that ends a segment. */
export function isRoutable({ parameters }: Draft): boolean {
  return parameters.every(
    ({ parameter, value }) => parameter.in !== 'path' || isSendable(parameter, value),
  );
}

/** Values of a parameter; undefined where none is found that can be sent. */
function valueOf(
  api: ApiModel,
  { parameters }: Operation,
  parameter: Parameter,
): fc.Arbitrary<Json | undefined> {
  const { schema } = parameter;
  const ownPart = (it: Json) => withoutNamesOfOthers(parameters, parameter, it);
  const isValid = (it: Json) =>
    schema === undefined || api.schemas.check(schema, it, 'request').length === 0;
  // Of an object something has to be left that is not read as another parameter.
  const isFine = (it: Json) => isSendable(parameter, it) && isSendable(parameter, ownPart(it));
  const values = allowedValues(api, schema, destinationOf(parameter), isFine);
  if (!values) return fc.constant(undefined);
  return values.map((value) => (isValid(ownPart(value)) ? ownPart(value) : value));
}

/** What examples say, else the ids that the description shows of what the parameter names. */
function likelyValues(api: ApiModel, operation: Operation, parameter: Parameter): readonly Json[] {
  const { schema } = parameter;
  const isValid = (it: Json) =>
    schema === undefined || api.schemas.check(schema, it, 'request').length === 0;
  // An example that breaks its own schema is none.
  const examples = parameter.examples.map(({ value }) => value).filter(isValid);
  if (examples.length > 0) return examples;
  if (isPrecondition(parameter)) return [ANY_TAG].filter(isValid);
  // In a path a number and its digits are one text.
  return idsFor(api, operation, parameter).flatMap((id) => {
    const fitting = [id, textOf(id)].find((it) => isSendable(parameter, it) && isValid(it));
    return fitting === undefined ? [] : [fitting];
  });
}

/** Whether an operation asks which state of a thing is meant, and so shows no value that is right for long. */
function isPrecondition({ in: location, name, required }: Parameter): boolean {
  return location === 'header' && required && name.toLowerCase() === 'if-match';
}

/** Whichever state there is (RFC 9110, section 13.1.1). */
const ANY_TAG = '*';

/** A parameter with its first likely value, or one that is made up; nothing where none is found. */
function givenValue(
  api: ApiModel,
  operation: Operation,
  parameter: Parameter,
): Draft['parameters'] {
  const examples = likelyValues(api, operation, parameter);
  const [value] =
    examples.length > 0
      ? examples
      : fc.sample(valueOf(api, operation, parameter), { seed: 1, numRuns: 1 });
  return value === undefined ? [] : [{ parameter, value }];
}

function parameterValue(
  api: ApiModel,
  operation: Operation,
  parameter: Parameter,
): fc.Arbitrary<Json | undefined> {
  const generated = valueOf(api, operation, parameter);
  const examples = likelyValues(api, operation, parameter);
  const some = examples.length > 0 ? fc.oneof(fc.constantFrom(...examples), generated) : generated;
  return parameter.required ? some : fc.option(some, { nil: undefined });
}

/** Those whose values HTTP does not write itself. */
function ownParameters({ parameters }: Operation): Parameter[] {
  return parameters.filter((it) => !isOfHttp(it));
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
