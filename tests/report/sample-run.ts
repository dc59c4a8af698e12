import type { CheckResult, ContractRun, Violation } from '../../scripts/core/contract-run.ts';

/** A violation whose texts try to break out of every format. */
export const VIOLATION: Violation = {
  id: 'abc123',
  property: 'auth.missing',
  operation: 'getPet',
  message: 'a <request> is answered 200',
  proof: {
    clause: '#/security',
    location: { file: 'openapi.yaml', line: 7, column: 1 },
    states: 'security: key',
    seen: 'status 200 & "more"',
    claims: ['PETS-1 (documented): a key is needed'],
  },
  exchange: {
    request: { method: 'GET', url: 'http://a/pets', headers: [], body: undefined },
    response: { status: 200, headers: [['x', '1']], body: 'a\u0007b' },
  },
  curl: "curl -i -X GET 'http://a/pets'",
  bodyFile: undefined,
  seed: 7,
};

/** A run of two checks: one with these violations, one that does not apply. */
export function runOf(violations: readonly Violation[]): ContractRun {
  const result: CheckResult = {
    operation: 'getPet',
    property: 'auth.missing',
    outcome: violations.length > 0 ? 'violated' : 'held',
    requests: 1203,
    dropped: 2,
    milliseconds: 2500,
    violations,
  };
  const skipped: CheckResult = {
    operation: 'getPet',
    property: 'input.accepted',
    outcome: 'skipped',
    reason: 'the operation takes no input',
    requests: 0,
    dropped: 0,
    milliseconds: 0,
    violations: [],
  };
  const location = { file: 'openapi.yaml', line: 1, column: 1 };
  return {
    api: 'pets',
    title: 'Pets',
    target: 'http://a',
    seed: 7,
    runs: 10,
    milliseconds: 2500,
    operations: [{ id: 'getPet', method: 'get', path: '/pets', location }],
    properties: [
      { id: 'auth.missing', title: 'needs a key' },
      { id: 'input.accepted', title: 'takes input' },
    ],
    results: [result, skipped],
  };
}
