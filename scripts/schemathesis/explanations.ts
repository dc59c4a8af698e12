import type { ApiModel } from '../model/api-model.ts';
import { arrayOf, objectOf, stringOf, textOf, type Json, type JsonObject } from '../base/json.ts';
import { valueAt, type Pointer } from '../base/json-pointer.ts';
import { EXPLANATION_VERDICTS, type Explanation } from '../result/second-opinion.ts';
import { renderLocation, type SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';
import type { SchemathesisFailure } from './read-report.ts';

/** An entry of `schemathesis.yaml`: which failures it is about, and why they are none. */
export interface KnownExplanation {
  readonly check: string;
  /** Operations it holds for, as `POST /pets`; for all when left out. */
  readonly operations: ReadonlySet<string> | undefined;
  /** Status of the answer; any when left out. */
  readonly status: number | undefined;
  /** What the failure's message contains; anything when left out. */
  readonly message: string | undefined;
  readonly explanation: Explanation;
  readonly location: SourceLocation;
}

const text = { type: 'string', minLength: 1 } as const;

/** JSON Schema of `schemathesis.yaml`, which stands beside a description. */
export const EXPLANATIONS_SHAPE: JsonObject = {
  type: 'object',
  required: ['explanations'],
  additionalProperties: false,
  properties: {
    explanations: {
      type: 'array',
      items: {
        type: 'object',
        required: ['check', 'verdict', 'reason', 'clause'],
        additionalProperties: false,
        properties: {
          check: text,
          operations: { type: 'array', minItems: 1, items: text },
          status: { type: 'integer' },
          message: text,
          verdict: { enum: EXPLANATION_VERDICTS },
          reason: text,
          clause: { type: 'string', pattern: '^#/' },
        },
      },
    },
  },
};

/**
 * Reads `schemathesis.yaml`, whose shape has been checked. The clause that an entry rests on must
 * stand in the description, and its operations too: UserError at the entry's line otherwise.
 */
export function toExplanations(
  api: ApiModel,
  value: Json,
  locate: (tokens: readonly string[]) => SourceLocation,
): KnownExplanation[] {
  return arrayOf(objectOf(value)['explanations']).map((entry, index) => {
    const { check, operations, status, message, verdict, reason, clause } = objectOf(entry);
    const location = locate(['explanations', String(index)]);
    const ids = arrayOf(operations).map(textOf);
    return {
      check: textOf(check),
      operations: operations === undefined ? undefined : new Set(toLabels(api, ids, location)),
      status: typeof status === 'number' ? status : undefined,
      message: stringOf(message),
      explanation: {
        verdict: verdict === 'false-alarm' ? 'false-alarm' : 'permitted',
        reason: textOf(reason),
        proof: proofOf(api, textOf(clause) as Pointer, location),
      },
      location,
    };
  });
}

function toLabels(api: ApiModel, ids: readonly string[], at: SourceLocation): string[] {
  return ids.map((wanted) => {
    const operation = api.operations.find(({ id }) => id === wanted);
    if (operation) return `${operation.method.toUpperCase()} ${operation.path}`;
    throw new UserError('unknown-operation', `There is no operation "${wanted}"`, {
      at,
      hint: 'Name operations by their operationId.',
    });
  });
}

/** What the description says at the clause, where it is written, and who says so. */
function proofOf(api: ApiModel, clause: Pointer, at: SourceLocation): string[] {
  const value = valueAt(api.document, clause);
  if (value === undefined) {
    throw new UserError('unknown-clause', `The description has nothing at ${clause}`, {
      at,
      hint: 'Point into the bundled description, as generated/<api>/openapi.json holds it.',
    });
  }
  const claims = api.claimsAt(clause).map((id) => {
    const claim = api.ledger?.claims.get(id);
    return claim ? `${id} (${claim.status}): ${claim.says}` : id;
  });
  const states = typeof value === 'object' ? '' : `: ${textOf(value)}`;
  return [`${renderLocation(api.locate(clause))}  ${clause}${states}`, ...claims];
}

/** The entry that explains a failure, if any does. */
export function findExplanation(
  known: readonly KnownExplanation[],
  { check, operation, message, exchange }: SchemathesisFailure,
): KnownExplanation | undefined {
  return known.find(
    (it) =>
      it.check === check &&
      (it.operations?.has(operation) ?? true) &&
      (it.status === undefined || it.status === exchange?.response?.status) &&
      (it.message === undefined || message.includes(it.message)),
  );
}
