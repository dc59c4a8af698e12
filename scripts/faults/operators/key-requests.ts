import { createHash } from 'node:crypto';
import { isObject, type Json } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { IdempotencyPolicy } from '../../model/policies.ts';
import type { ApiModel, Operation, Parameter } from '../../model/api-model.ts';
import { readAsSent } from '../example-request.ts';
import type { RequestDraft, WitnessStep } from '../operator.ts';
import { listing } from '../remembered-things.ts';
import { withParameter } from '../request-parts.ts';

/** An operation whose requests have keys, and one of them. */
export interface Own {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly policy: IdempotencyPolicy;
  readonly draft: RequestDraft;
}

/** A key that is as long, with other digits at its end. */
export function another(key: string, source: string): string {
  const digest = createHash('sha256').update(`${key} ${source}`).digest('hex');
  const digits = digest.replaceAll(/[a-f]/g, (it) => String(it.charCodeAt(0) % 10));
  const length = Math.min(8, key.length);
  return key.slice(0, key.length - length) + digits.slice(0, length);
}

const KEYS: readonly Json[] = [
  '0d5f0a34-9a3c-4b1e-8f0e-0a8c0d9e1f22',
  '0d5f0a349a3c4b1e',
  12345678,
];

/** The request with a key. */
export function keyed(
  api: ApiModel,
  operation: Operation,
  parameter: Parameter,
  bare: RequestDraft,
): RequestDraft | undefined {
  return KEYS.map((key) => withParameter(operation, bare, parameter, key)).find(
    (it) => readAsSent(api, operation, it)?.breaches.length === 0,
  );
}

export function twice({ draft }: Own): readonly WitnessStep[] {
  return [{ send: draft }, { send: draft }];
}

export function listedTwice({ api, operation, draft }: Own): readonly WitnessStep[] {
  const { resource } = operation;
  const list = resource && listing({ api, operation, resource });
  if (!list) return [];
  return [draft, list.draft, draft, list.draft].map((send) => ({ send }));
}

export function withAnother({ api, operation, draft }: Own): readonly WitnessStep[] {
  const body = jsonOrNone(draft.body ?? '');
  if (!isObject(body)) return [];
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string' || value === '') continue;
    const other = JSON.stringify({ ...body, [name]: `${value.slice(0, -1)}~` });
    const send = { ...draft, body: other };
    if (readAsSent(api, operation, send)?.breaches.length === 0) return [{ send: draft }, { send }];
  }
  return [];
}
