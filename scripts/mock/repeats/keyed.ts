import { hash } from 'node:crypto';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { textOf } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import type { IdempotencyPolicy } from '../../model/policies.ts';
import { isRefusal, refuse, type Refusal } from '../../refusal/refusal.ts';
import type { Answer } from '../../wire/answer.ts';
import type { Accepted, Surroundings } from '../behaviour/step.ts';
import { groupOf } from '../state/namespace.ts';

/** An answer that has been given, and what to. */
interface Given {
  readonly request: string;
  readonly status: number;
  readonly headers: Answer['headers'];
  /** In base64; undefined where there was none. */
  readonly content: string | undefined;
}

type CarryOut = () => Eventual<Answer | Refusal>;

/** Carries a request out, unless its key has come before (`x-idempotency`). */
export type Keyed = (accepted: Accepted, carryOut: CarryOut) => Eventual<Answer | Refusal>;

/** Keys beyond which the oldest of an operation and its client is forgotten. */
const MOST_KEYS = 1000;

export function toKeyed({ api, store, clock }: Surroundings): Keyed {
  return (accepted, carryOut) => {
    const { operation, namespace, principal } = accepted;
    const policy = operation.idempotency;
    const key = policy && keyIn(accepted, policy);
    if (!policy || key === undefined) return carryOut();
    const group = groupOf(namespace, 'keys', api.name, operation.id, principal?.id ?? '');
    const id = hash('sha256', key);
    const request = requestOf(accepted, policy);
    return whenThere(store.get(group, id), (known) => {
      if (known !== undefined) return again(accepted, policy, JSON.parse(known) as Given, request);
      return whenThere(carryOut(), (answer) => {
        if (isRefusal(answer)) return answer;
        const { status, headers, body } = answer;
        const content = body === undefined ? undefined : Buffer.from(body).toString('base64');
        const given: Given = { request, status, headers, content };
        const until = clock.now() + policy.lifetime * 1000;
        const keep = { until, most: MOST_KEYS };
        return whenThere(store.set(group, id, JSON.stringify(given), keep), () => answer);
      });
    });
  };
}

function again(
  { operation }: Accepted,
  { repeated, mismatched }: IdempotencyPolicy,
  { request: first, status, headers, content }: Given,
  request: string,
): Answer | Refusal {
  const refused = (name: string, code: number, message: string) =>
    refuse('invalid', message, {
      status: code,
      constraint: append(operation.pointer, 'x-idempotency', name),
      stage: 'behaviour',
    });
  if (first !== request)
    return refused('mismatched', mismatched, 'The key has come with another request.');
  if (repeated !== 'replayed') return refused('repeated', repeated, 'The key has come before.');
  const body = content === undefined ? undefined : Buffer.from(content, 'base64');
  return { status, headers, body };
}

function keyIn({ parameters }: Accepted, { header }: IdempotencyPolicy): string | undefined {
  const found = parameters.find(({ parameter }) => isOf(parameter, header));
  return found && textOf(found.value);
}

/** What must be alike for a request to be the same: where it goes, and what it says. */
function requestOf({ call, parameters, body }: Accepted, { header }: IdempotencyPolicy): string {
  const said = parameters
    .filter(({ parameter }) => !isOf(parameter, header) && parameter.in !== 'cookie')
    .map(({ parameter, value }) => [parameter.in, parameter.name, value]);
  return hash('sha256', JSON.stringify([call.path, said, body ?? null]));
}

function isOf(
  { in: location, name }: Accepted['parameters'][number]['parameter'],
  header: string,
): boolean {
  return location === 'header' && name.toLowerCase() === header.toLowerCase();
}
