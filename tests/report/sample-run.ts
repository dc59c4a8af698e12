import type { CheckResult, ContractRun, Violation } from '../../scripts/result/contract-run.ts';
import {
  facetsOf,
  type CoverageRow,
  type OperationCoverage,
} from '../../scripts/result/coverage.ts';

/** A violation whose texts try to break out of every format. */
export const VIOLATION: Violation = {
  id: 'abc123',
  property: 'auth.missing',
  operation: 'getPet',
  message: 'a <request> is answered 200',
  ground: 'contract',
  proof: {
    clause: '#/security',
    location: { file: 'openapi.yaml', line: 7, column: 1 },
    line: 'security: [{ key: [] }]',
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

/** One row of each kind: all of it seen, half of it, nothing of it, and what nobody documents. */
const COVERAGE: OperationCoverage = {
  operation: 'getPet',
  facets: {
    ...facetsOf(() => []),
    status: [
      rowOf('200', 'the <pet>', ['seen'], { seen: 1200 }),
      rowOf('404', 'no such pet', ['seen'], {}),
      { ...rowOf('418', 'nothing', [], { seen: 3 }), documented: false, location: undefined },
    ],
    constraint: [
      rowOf('#/paths/~1pets/maxLength', 'maxLength: 3', ['satisfied', 'violated'], {
        satisfied: 9,
      }),
    ],
  },
};

function rowOf(
  subject: string,
  says: string,
  expected: readonly string[],
  seen: Readonly<Record<string, number>>,
): CoverageRow {
  const location = { file: 'openapi.yaml', line: 9, column: 1 };
  return { subject, says, location, documented: true, expected, seen };
}

/** A run of two checks: one with these violations, one that does not apply. */
export function runOf(violations: readonly Violation[]): ContractRun {
  const result: CheckResult = {
    operation: 'getPet',
    property: 'auth.missing',
    outcome: violations.length > 0 ? 'violated' : 'held',
    requests: 1203,
    dropped: 2,
    milliseconds: 2500,
    isProven: true,
    violations,
    disputes: [],
    undetermined: [],
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
    disputes: [],
    undetermined: [],
  };
  const location = { file: 'openapi.yaml', line: 1, column: 1 };
  return {
    api: 'pets',
    title: 'Pets',
    target: 'http://a',
    mode: 'active',
    started: '2026-01-02T03:04:05.000Z',
    seed: 7,
    runs: 10,
    milliseconds: 2500,
    operations: [{ id: 'getPet', method: 'get', path: '/pets', location }],
    properties: [
      { id: 'auth.missing', title: 'needs a key' },
      { id: 'input.accepted', title: 'takes input' },
    ],
    results: [result, skipped],
    coverage: [COVERAGE],
  };
}
