import { expect, test } from 'vitest';
import { toCoverage, type Coverage } from '../../scripts/model/evidence-coverage.ts';
import { HEAD, loadFiles } from '../load/load-files.ts';

/** The coverage of a description with these lines, and of a ledger with these claims. */
async function coverageOf(description: string, claims: readonly string[]): Promise<Coverage> {
  const ledger = `sources:
  S1: {title: Pets, address: a, retrieved: '2026-11-22', sections: [{heading: Pets}, {heading: 'Pets, Limits'}, {heading: Errors}]}
  S2: {title: Forum, address: b, retrieved: '2026-11-22'}
claims:
${claims.map((claim) => `  - {${claim}, says: x}`).join('\n') || '  []'}
`;
  const api = await loadFiles({
    'pets/openapi.yaml': `${HEAD.replace('paths: {}\n', '')}${description}`,
    'pets/evidence.yaml': ledger,
  });
  if (!api.ledger) throw new Error('The ledger was not read.');
  return toCoverage(api, api.ledger);
}

test.each([
  { at: 'Pets', want: ['Pets'] },
  { at: 'Pets, example', want: ['Pets'] },
  { at: 'Pets, Limits, first row', want: ['Pets, Limits'] },
  { at: 'Pets; Errors', want: ['Pets', 'Errors'] },
  { at: 'Petshop', want: [] },
  { at: 'Pets in S2; Errors', want: ['Errors'] },
  { at: 'Errors of S1 and S2', want: ['Errors'] },
])('"$at" stands in $want', async ({ at, want }) => {
  const claim = `id: A, status: corroborated, sources: [S1, S2], at: '${at}'`;
  const { sections } = await coverageOf('paths: {}\n', [claim]);
  const standing = sections.filter(({ claims }) => claims.length > 0);
  expect(standing.map(({ section }) => section.heading)).toEqual(want);
});

test.each([
  { claim: 'status: documented, sources: [S2]', want: 0 },
  { claim: 'status: inferred', want: 1 },
])(
  'a claim with "$claim" stands in $want sections of the first source',
  async ({ claim, want }) => {
    const { sections } = await coverageOf('paths: {}\n', [`id: A, ${claim}, at: Pets`]);
    expect(sections.filter(({ claims }) => claims.length > 0)).toHaveLength(want);
  },
);

const OPERATION = (inside: string) => `paths:
  /pets:
    get:
      operationId: listPets
${inside}`;

test.each([
  { kind: 'general', text: 'paths: {}\ntags: [{name: Pets, x-evidence: [A]}]\n' },
  { kind: 'operations', text: OPERATION('      x-evidence: [A]\n      responses: {}\n') },
  {
    kind: 'operations',
    text: OPERATION('      x-upstream: [{says: no, x-evidence: [A]}]\n      responses: {}\n'),
  },
  {
    kind: 'authentication',
    text: 'paths: {}\ncomponents: {securitySchemes: {key: {type: http, scheme: bearer, x-evidence: [A]}}}\n',
  },
  {
    kind: 'errors',
    text: OPERATION("      responses: {'404': {description: no, x-evidence: [A]}}\n"),
  },
  {
    kind: 'fields',
    text: OPERATION("      responses: {'200': {description: ok, x-evidence: [A]}}\n"),
  },
  {
    kind: 'limits',
    text: 'paths: {}\ncomponents: {schemas: {Pet: {maxLength: 5, x-evidence: {maxLength: [A]}}}}\n',
  },
  {
    kind: 'fields',
    text: 'paths: {}\ncomponents: {schemas: {Pet: {minLength: 5, x-evidence: {minLength: [A]}}}}\n',
  },
  {
    kind: 'lifecycle',
    text: OPERATION(
      '      deprecated: true\n      x-evidence: {deprecated: [A]}\n      responses: {}\n',
    ),
  },
  { kind: undefined, text: 'paths: {}\n' },
])('a claim is about $kind by what rests on it', async ({ kind, text }) => {
  const { claims } = await coverageOf(text, ['id: A, status: unstated']);
  expect(claims.map((it) => it.kind)).toEqual([kind]);
});

test('of several kinds, the one that says most counts', async () => {
  const text = `${OPERATION('      x-evidence: [A]\n      responses: {}\n')}components: {schemas: {Pet: {x-evidence: {maxItems: [A]}}}}\n`;
  const { claims } = await coverageOf(text, ['id: A, status: unstated']);
  expect(claims.map(({ kind, citations }) => [kind, citations.length])).toEqual([['limits', 2]]);
});
