import { describe, expect, test } from 'vitest';
import type { ErrorKind, ErrorPolicy } from '../../scripts/model/policies.ts';
import {
  clauseOfRefusal,
  responseOfRefusal,
  statusOfRefusal,
} from '../../scripts/refusal/documented-refusal.ts';
import { loadPets } from '../mock/pets.ts';

const policyOf = (status: number): ErrorPolicy => ({ status, response: 'Problem' });

describe('the status of a refusal', () => {
  const errors = { invalid: policyOf(422), rateLimited: policyOf(200) };
  const rows: readonly [kind: ErrorKind, want: number][] = [
    ['invalid', 422],
    ['rateLimited', 200],
    ['malformed', 400],
    ['notFound', 404],
    ['unavailable', 503],
  ];
  test.each(rows)('%s is answered %d', (kind, want) => {
    expect(statusOfRefusal({ errors }, kind)).toBe(want);
  });
});

test('a refusal leads to where it is written: the operation, the root, or the responses', async () => {
  const api = await loadPets();
  const [operation] = api.operations;
  if (!operation) throw new Error('no operation');
  const own = { ...operation, errors: { ...api.policies.errors, invalid: policyOf(422) } };
  const { pointer } = operation;
  const unauthenticated = clauseOfRefusal(api, own, 'unauthenticated');
  expect(unauthenticated).toBe('#/x-errors/unauthenticated');
  expect(clauseOfRefusal(api, own, 'invalid')).toBe(`${pointer}/x-errors/invalid`);
  expect(clauseOfRefusal(api, { ...own, errors: {} }, 'invalid')).toBe(`${pointer}/responses`);
});

test('a refusal has the response that its policy names, and none where that does not exist', async () => {
  const { responses, policies } = await loadPets();
  const named = policies.errors.unauthenticated?.response ?? '';
  expect(responseOfRefusal({ responses }, policies, 'unauthenticated')).toBe(responses.get(named));
  const lost = { errors: { invalid: { ...policyOf(400), response: 'Nowhere' } } };
  expect(responseOfRefusal({ responses }, lost, 'invalid')).toBeUndefined();
  expect(responseOfRefusal({ responses }, { errors: {} }, 'invalid')).toBeUndefined();
});
