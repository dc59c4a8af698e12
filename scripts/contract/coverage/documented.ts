import type { ApiModel, MediaType, Operation, Parameter } from '../../model/api-model.ts';
import type { CheckResult } from '../../result/contract-run.ts';
import type { CoverageRow, Facet } from '../../result/coverage.ts';
import { isJsonType } from '../../base/media-type.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { shorten } from '../judges/words.ts';
import { constraintsIn, type Constraint } from './constraints.ts';
import { isBound } from './exercise.ts';
import { bytesPointer } from './bytes-pointer.ts';
import { LET_IN, REFUSED, subjectOf, VALID_CREDENTIAL } from './observe.ts';

/** The properties about credentials that must be taken; all others are about those that must not. */
export const TAKEN: ReadonlySet<string> = new Set([
  'auth.accepted',
  'auth.alternative',
  'auth.public',
  'auth.reader',
  'auth.scheme-case',
  'auth.second-client',
]);

const NEIGHBOURS = ['N-1', 'N', 'N+1'] as const;

/** What a description documents of an operation, each with the states that a complete run sees. */
export function documentedRows(
  api: ApiModel,
  operation: Operation,
  results: readonly CheckResult[],
): Record<Facet, readonly CoverageRow[]> {
  const row = (
    subject: string,
    says: string,
    expected: readonly string[],
    pointer: Pointer,
  ): CoverageRow => {
    return {
      subject,
      says,
      expected,
      documented: true,
      location: api.locate(pointer),
      seen: {},
    };
  };
  const { parameters, body, responses, limits } = operation;
  const inBody = body?.content.flatMap((media) => constraintsOf(api, media)) ?? [];
  const inParameters = parameters.flatMap((it) => parameterConstraints(api, it));
  const constraints = unique([...inParameters.map(({ constraint }) => constraint), ...inBody]);
  const textual = new Set(
    inParameters.flatMap(({ constraint, isTextual }) => (isTextual ? [constraint.pointer] : [])),
  );
  const required: Pointer[] = [
    ...parameters.filter((it) => it.required && it.in !== 'path'),
    ...(body?.required ? [body] : []),
  ].map(({ pointer }) => append(pointer, 'required'));
  const json = body?.content.filter(({ mediaType }) => isJsonType(mediaType)) ?? [];

  return {
    status: responses.map(({ status, description, pointer }) =>
      row(status, firstLine(description), askedOf(status, results), pointer),
    ),
    media: [
      ...(body?.content.map(({ mediaType, pointer }) =>
        row(`request ${mediaType}`, mediaType, ['seen'], pointer),
      ) ?? []),
      ...responses.flatMap(({ status, content }) =>
        content.map(({ mediaType, pointer }) =>
          row(`${status} ${mediaType}`, mediaType, askedOf(status, results), pointer),
        ),
      ),
    ],
    parameter: parameters.map((parameter) =>
      row(
        subjectOf(parameter),
        parameter.required ? 'required' : 'optional',
        statesOf(parameter, inParameters, textual),
        parameter.pointer,
      ),
    ),
    constraint: [
      ...required.map((at) => row(at, 'required: true', ['satisfied', 'violated'], at)),
      ...json.map(({ pointer, mediaType }) =>
        row(pointer, mediaType, ['satisfied', 'violated'], pointer),
      ),
      ...constraints.map(({ pointer, keyword, value }) => {
        const states = textual.has(pointer) ? ['satisfied'] : ['satisfied', 'violated'];
        return row(pointer, `${keyword}: ${shorten(value, 60)}`, states, pointer);
      }),
    ],
    limit: [
      ...constraints
        .filter(({ keyword }) => isBound(keyword))
        .map(({ pointer, keyword, value }) =>
          row(
            pointer,
            `${keyword}: ${shorten(value)}`,
            neighboursOf(keyword, value).filter((it) => it !== 'N-1' || !textual.has(pointer)),
            pointer,
          ),
        ),
      ...(body && limits.bodyBytes !== undefined
        ? [bytesPointer(api, operation, 'bodyBytes')].map((at) =>
            row(at, `bodyBytes: ${limits.bodyBytes}`, NEIGHBOURS, at),
          )
        : []),
    ],
    auth: authRows(api, operation, results),
    example: [
      ...examplesOf(body?.content ?? []).map((it) => ({ ...it, expected: ['seen'] })),
      // What a server has to say is its own affair.
      ...examplesOf(responses.flatMap(({ content }) => content)).map((it) => ({
        ...it,
        expected: [],
      })),
    ].map(({ name, pointer, expected }) => row(pointer, name, expected, pointer)),
  };
}

/** The properties that lead to a status to which nothing else does: without a rule for them none is tried. */
const LEADING_TO: Readonly<Record<string, RegExp>> = {
  403: /^auth\.(?:read-only|scope)$/,
  429: /^rate\.quota$/,
};

/**
 * What a run can ask of a documented answer. No request makes a right server fail, and none is forbidden or too
 * many where nothing says which.
 */
function askedOf(status: string, results: readonly CheckResult[]): readonly string[] {
  if (status.startsWith('5')) return [];
  const leading = LEADING_TO[status];
  const own = leading ? results.filter(({ property }) => leading.test(property)) : [];
  return own.length > 0 && own.every(({ outcome }) => outcome === 'skipped') ? [] : ['seen'];
}

function examplesOf(content: readonly MediaType[]) {
  return content.flatMap(({ examples, mediaType }) => (isJsonType(mediaType) ? examples : []));
}

/** The rows of the auth matrix: what each property about credentials came to, and who is let in. */
function authRows(
  { locate }: ApiModel,
  { security, pointer, id }: Operation,
  results: readonly CheckResult[],
): CoverageRow[] {
  const location = locate(append(pointer, 'security'));
  const shared = { documented: true, location, seen: {} };
  const rows = results
    // That a valid credential is taken has a row of its own.
    .filter(({ property }) => property.startsWith('auth.') && property !== 'auth.accepted')
    .map(({ property, outcome, reason = '' }) => {
      const wanted = TAKEN.has(property) ? LET_IN : REFUSED;
      const isTried = outcome !== 'skipped';
      return {
        ...shared,
        subject: property,
        says: isTried ? wanted : reason,
        expected: isTried ? [wanted] : [],
      };
    });
  const schemes = security.map((it) => [...it.keys()].join(' and ')).join(', or ');
  const says = schemes === '' ? `${id} is public` : schemes;
  return [{ ...shared, subject: VALID_CREDENTIAL, says, expected: [LET_IN] }, ...rows];
}

interface ParameterConstraint {
  readonly constraint: Constraint;
  readonly parameter: Parameter;
  /** Whether whatever is sent satisfies it: all in a URL or a header is text, and nothing in a path is empty. */
  readonly isTextual: boolean;
}

function parameterConstraints(api: ApiModel, parameter: Parameter): ParameterConstraint[] {
  if (parameter.schema === undefined) return [];
  return constraintsIn(api.document, parameter.schema).map((constraint) => {
    const { keyword, value } = constraint;
    const types: readonly unknown[] = Array.isArray(value) ? value : [value];
    const isEmptyPath = parameter.in === 'path' && keyword === 'minLength' && value === 1;
    const isTextual =
      isEmptyPath || (keyword === 'type' && (types.includes('string') || types.includes('array')));
    return { constraint, parameter, isTextual };
  });
}

function statesOf(
  { name, in: location, required }: Parameter,
  constraints: readonly ParameterConstraint[],
  textual: ReadonlySet<Pointer>,
): string[] {
  const canBreak = constraints.some(
    ({ parameter, constraint }) =>
      parameter.name === name && parameter.in === location && !textual.has(constraint.pointer),
  );
  // Without its variable a path is another path.
  const canLeaveOut = !required || location !== 'path';
  return ['sent', ...(canLeaveOut ? ['omitted'] : []), ...(canBreak ? ['invalid'] : [])];
}

function constraintsOf({ document }: ApiModel, { schema, mediaType }: MediaType): Constraint[] {
  return schema !== undefined && isJsonType(mediaType) ? constraintsIn(document, schema) : [];
}

/** Nothing is shorter than nothing. */
function neighboursOf(keyword: string, value: unknown): string[] {
  const isEmpty = value === 0 && /(Length|Items|Properties)$/.test(keyword);
  return NEIGHBOURS.filter((state) => !isEmpty || state !== 'N-1');
}

function unique(constraints: readonly Constraint[]): Constraint[] {
  return [...new Map(constraints.map((it) => [it.pointer, it])).values()];
}

function firstLine(text: string): string {
  return shorten(text.trim().split('\n', 1)[0] ?? '', 80).slice(1, -1);
}
