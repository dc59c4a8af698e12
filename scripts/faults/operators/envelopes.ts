import { STATUS_CODES } from 'node:http';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, isObject, type Json } from '../../base/json.ts';
import { append, valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ErrorKind } from '../../model/policies.ts';
import type { Answer } from '../../wire/answer.ts';
import { contentOf } from '../../refusal/render-refusal.ts';
import { responseOfRefusal } from '../../refusal/documented-refusal.ts';
import { misplacedReason, reasonForThings } from '../../refusal/told-reasons.ts';
import { bodyJson, bodyText, withHeaders, withJson } from '../answer-parts.ts';
import type { Operator, SeenExchange } from '../operator.ts';
import { locate, sitesOf, without } from '../schema-sites.ts';
import { PROVOKED_KINDS, refusedPlace } from './refused.ts';

/** What becomes of a refusal, knowing the schema and example of its documented envelope. */
type Change = (answer: Answer, shape: Shape, api: ApiModel) => Answer;

interface Shape {
  readonly schema: Pointer;
  readonly example: Json;
  /** An envelope that the API documents for another kind of refusal. */
  readonly other: Json | undefined;
}

const html = (status: number) =>
  `<html><body><h1>${status} ${STATUS_CODES[status] ?? ''}</h1></body></html>`;

const ENVELOPES: readonly (readonly [
  id: string,
  title: string,
  difficulty: 1 | 2,
  change: Change,
])[] = [
  [
    'html-envelope',
    'refuses with a web page',
    1,
    (answer) => ({
      ...withHeaders(answer, { 'content-type': 'text/html' }),
      body: html(answer.status),
    }),
  ],
  [
    'text-envelope',
    'refuses in plain text',
    1,
    (answer) => ({
      ...withHeaders(answer, { 'content-type': 'text/plain' }),
      body: STATUS_CODES[answer.status] ?? 'Error',
    }),
  ],
  [
    'empty-envelope',
    'refuses without a word',
    1,
    (answer) => ({ ...withHeaders(answer, { 'content-type': undefined }), body: undefined }),
  ],
  ['empty-object-envelope', 'refuses with an empty object', 1, changing(() => ({}))],
  ['null-envelope', 'refuses with null', 1, changing(() => null)],
  [
    'framework-envelope',
    'refuses in the words of its framework',
    1,
    (answer, shape, api) =>
      changing(() => {
        const { status } = answer;
        return { statusCode: status, error: STATUS_CODES[status] ?? 'Error', message: 'Refused' };
      })(answer, shape, api),
  ],
  [
    'problem-envelope',
    'refuses with problem details where another envelope is documented',
    1,
    (answer) => ({
      ...withHeaders(answer, { 'content-type': 'application/problem+json' }),
      body: JSON.stringify({ type: 'about:blank', status: answer.status }),
    }),
  ],
  ['listed-envelope', 'refuses with a list of envelopes', 1, changing((body) => [body])],
  [
    'text-of-envelope',
    'refuses with the envelope as a JSON text',
    1,
    changing((body) => JSON.stringify(body)),
  ],
  [
    'incomplete-envelope',
    'leaves a required property out of the envelope',
    1,
    changing((body, { schema }, { document }) => {
      for (const site of sitesOf(document, schema).toReversed()) {
        const [name] = arrayOf(site.schema['required']).map(String);
        const [at] = locate(body, site.path);
        const node = at === undefined ? undefined : valueAt(body, at);
        if (name !== undefined && at !== undefined && isObject(node) && Object.hasOwn(node, name)) {
          return without(body, append(at, name));
        }
      }
      return undefined;
    }),
  ],
  [
    'mistyped-envelope',
    'writes a text of the envelope as a number',
    1,
    changing((body, { schema }, { document }) => {
      for (const site of sitesOf(document, schema)) {
        const [at] = locate(body, site.path);
        if (at === undefined || typeof valueAt(body, at) !== 'string') continue;
        if (site.schema['type'] === 'string') return withValueAt(body, at, 7);
      }
      return undefined;
    }),
  ],
  [
    'broken-envelope',
    'breaks the envelope off',
    1,
    (answer) => ({ ...answer, body: bodyText(answer.body).slice(0, -1) }),
  ],
  [
    'other-envelope',
    'gives the reason of another kind of refusal',
    2,
    changing((_, { other }) => other),
  ],
];

function changing(change: (body: Json, shape: Shape, api: ApiModel) => Json | undefined): Change {
  return (answer, shape, api) => withJson(answer, (body) => change(body, shape, api));
}

/** Operators on the shape of refusals, with a place for each kind, and on their reasons. */
export const ENVELOPE_OPERATORS: readonly Operator[] = [
  ...ENVELOPES.map(toOperator),
  {
    id: 'thing-for-path',
    class: 'envelope',
    difficulty: 2,
    title: 'answers a path that does not exist as a thing that does not exist',
    changes: 'body',
    places(api, operation) {
      const policy = api.policies.errors.notFound;
      const response = responseOfRefusal(api, api.policies, 'notFound');
      const example = response && contentOf(api, response, policy?.example)?.example;
      if (example === undefined || !reasonForThings(api, example)) return [];
      const change = ({ answer }: SeenExchange) => withJson(answer, () => example);
      return refusedPlace(
        api,
        operation,
        'notFound',
        change,
        append('#/x-errors', 'notFound', 'noPath'),
      );
    },
  },
];

function toOperator([id, title, difficulty, change]: (typeof ENVELOPES)[number]): Operator {
  return {
    id,
    class: 'envelope',
    difficulty,
    title,
    changes: 'body',
    places: (api, operation) =>
      PROVOKED_KINDS.flatMap((kind) => {
        const shape = shapeOf(api, operation, kind);
        if (!shape || !isDeviant(id, change, shape, api)) return [];
        return refusedPlace(api, operation, kind, ({ answer }) =>
          bodyJson(answer) === undefined ? answer : change(answer, shape, api),
        );
      }),
  };
}

function shapeOf(api: ApiModel, operation: Operation, kind: ErrorKind): Shape | undefined {
  const { errors } = operation;
  const policy = errors[kind];
  const response = responseOfRefusal(api, { errors }, kind);
  const content = response && contentOf(api, response, policy?.example);
  const schema = content?.mediaType.schema;
  if (!policy || !content || schema === undefined) return undefined;
  // What leads to no operation is refused as the root says.
  const own = isOfRoot(kind) ? { errors: api.policies.errors, responses: [] } : operation;
  const other = Object.values(own.errors)
    .map((it) => {
      const theirs = api.responses.get(it.response);
      return theirs && contentOf(api, theirs, it.example)?.example;
    })
    .find((it) => it !== undefined && misplacedReason(api, own, policy.status, it) !== undefined);
  return { schema, example: content.example, other };
}

/** Whether a refusal of a kind is that of no operation. */
function isOfRoot(kind: ErrorKind): boolean {
  return kind === 'notFound' || kind === 'methodNotAllowed';
}

/** Whether the contract sees a difference: an envelope without a schema may look like anything. */
function isDeviant(id: string, change: Change, shape: Shape, api: ApiModel): boolean {
  const headers = { 'content-type': 'application/json' };
  const given: Answer = { status: 400, headers, body: JSON.stringify(shape.example) };
  const changed = change(given, shape, api);
  if (changed === given) return false;
  const body = bodyJson(changed);
  const isOther =
    id === 'other-envelope' || changed.headers['content-type'] !== headers['content-type'];
  return (
    isOther || body === undefined || api.schemas.check(shape.schema, body, 'response').length > 0
  );
}
