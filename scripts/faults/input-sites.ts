import type { ApiModel, Operation } from '../model/api-model.ts';
import { arrayOf, isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { append, valueAt, withValueAt, type Pointer } from '../base/json-pointer.ts';
import { perOperation } from '../model/per-operation.ts';
import { exampleRequest, readAsSent } from './example-request.ts';
import { CONSTRAINTS, type BreakableConstraint } from './constraints.ts';
import type { RequestDraft, Sent } from './operator.ts';
import {
  jsonContentOf,
  withBytes,
  withParameter,
  type SentPart,
  type ReadRequest,
  type SentBreach,
} from './request-parts.ts';
import { isOnPath, sitesOf, without } from './schema-sites.ts';

const KEYWORDS = CONSTRAINTS.map(({ keyword }) => keyword);

/** A constraint on the input of an operation. */
export interface InputSite {
  readonly part: SentPart;
  /** Names it among those of the operation: `/events/maxItems`, `/query/limit/maximum`. */
  readonly at: string;
  /** Where in the part the constrained value is. */
  readonly path: readonly string[];
  readonly keyword: string;
  readonly constraint: Pointer;
  readonly schema: JsonObject;
}

/** The constraints of an operation's parameters and JSON content, one for each required property. */
export function inputSitesOf(
  api: ApiModel,
  operation: Operation,
  keywords: readonly string[] = KEYWORDS,
): readonly InputSite[] {
  return constrainedParts(api, operation).flatMap(({ part, prefix, sites }) =>
    sites.flatMap(({ path, pointer, schema }) =>
      keywords.flatMap((keyword): InputSite[] => {
        const said = schema[keyword];
        if (said === undefined) return [];
        const constraint = append(pointer, keyword);
        const names = keyword === 'required' ? arrayOf(said).map(String) : [];
        const paths = keyword === 'required' ? names.map((name) => [...path, name]) : [path];
        return paths.map((it) => ({
          part,
          at: `${prefix}/${[...it, keyword].join('/')}`,
          path: it,
          keyword,
          constraint,
          schema,
        }));
      }),
    ),
  );
}

/** The parameters and the JSON content with their schemas, which dozens of operators look through. */
const constrainedParts = perOperation((api, operation) => {
  const content = jsonContentOf(operation)?.schema;
  const parts: readonly (readonly [SentPart, Pointer, string])[] = [
    ...operation.parameters.flatMap((it) =>
      it.schema === undefined ? [] : [[it, it.schema, `/${it.in}/${it.name}`] as const],
    ),
    ...(content === undefined ? [] : [['body', content, ''] as const]),
  ];
  return parts.map(([part, root, prefix]) => ({
    part,
    prefix,
    sites: sitesOf(api.document, root),
  }));
});

/** What a draft says in a parameter; undefined where it does not. */
export function readValue(
  api: ApiModel,
  operation: Operation,
  draft: RequestDraft,
  part: SentPart,
): Json | undefined {
  const read = readAsSent(api, operation, draft);
  return read?.parameters.find(
    ({ parameter }) => part !== 'body' && parameter.pointer === part.pointer,
  )?.value;
}

/** Whether a breach is one of this constraint at this site. */
export function isAt({ part, path, keyword, constraint }: InputSite, breach: SentBreach): boolean {
  if (breach.constraint !== constraint || breach.part !== part) return false;
  const isOfProperty = keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';
  return isOnPath(breach.instance, isOfProperty ? [...path, '*'] : path);
}

/** The value at a place that a breach names. */
export function valueAtSite(read: ReadRequest, { part, instance }: SentBreach): Json | undefined {
  const whole =
    part === 'body'
      ? read.body
      : read.parameters.find(({ parameter }) => parameter.pointer === part.pointer)?.value;
  return whole === undefined ? undefined : valueAt(whole, `#${instance}`);
}

/** A request whose broken constraint is mended, as it would have to be for it to be accepted. */
export function repair(
  api: ApiModel,
  operation: Operation,
  sent: Sent,
  read: ReadRequest,
  breach: SentBreach,
  mend: BreakableConstraint['mend'],
): Sent {
  const { part, instance, keyword } = breach;
  const whole =
    part === 'body'
      ? read.body
      : read.parameters.find(({ parameter }) => parameter.pointer === part.pointer)?.value;
  if (whole === undefined) return sent;
  const pointer: Pointer = `#${instance}`;
  const schema = objectOf(schemaAround(api, breach));
  const isSurplus = keyword === 'additionalProperties' || keyword === 'unevaluatedProperties';
  const mended = isSurplus
    ? without(whole, pointer)
    : withValueAt(
        whole,
        pointer,
        mend(valueAt(whole, pointer) ?? null, schema, api.document, breach),
      );
  return part === 'body'
    ? withBytes(sent, Buffer.from(JSON.stringify(mended)))
    : withParameter(operation, sent, part, mended);
}

/** The request with the whole part as the example has it. */
export function likeExample(
  api: ApiModel,
  operation: Operation,
  { part }: InputSite,
  sent: Sent,
): Sent {
  const example = exampleRequest(api, operation);
  if (!example) return sent;
  if (part === 'body') return withBytes(sent, Buffer.from(example.body ?? ''));
  return withParameter(operation, sent, part, readValue(api, operation, example, part));
}

function schemaAround({ document }: ApiModel, { constraint }: SentBreach): Json | undefined {
  const node = valueAt(document, `#${constraint.slice(1, constraint.lastIndexOf('/'))}`);
  return isObject(node) ? node : undefined;
}
