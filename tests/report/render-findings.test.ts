import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Finding } from '../../scripts/result/finding.ts';
import { FINDING_FORMATS, renderFindings } from '../../scripts/report/findings/render-findings.ts';

const FINDINGS: readonly Finding[] = [
  {
    rule: 'no-nullable',
    severity: 'error',
    at: '#/components/schemas/Pet/nullable',
    location: { file: 'specs/pets/paths/pets_{id}.yaml', line: 7, column: 5 },
    message: 'nullable is of OpenAPI 3.0: 100% wrong,\nsay so',
  },
  {
    rule: 'struct',
    severity: 'warn',
    at: '#/info',
    location: { file: '/tmp/my pets.yaml', line: 123, column: 1 },
    message: 'no',
  },
];

test('stylish groups by file, aligns columns and counts', () => {
  expect(renderFindings(FINDINGS, { format: 'stylish' })).toBe(`specs/pets/paths/pets_{id}.yaml
    7:5  error  nullable is of OpenAPI 3.0: 100% wrong, say so  no-nullable

/tmp/my pets.yaml
  123:1  warn   no  struct

2 findings in 2 files: 1 error, 1 warning
`);
});

test('colours change nothing but the colours, and come only when asked for', () => {
  const plain = renderFindings(FINDINGS, { format: 'stylish' });
  const coloured = renderFindings(FINDINGS, { format: 'stylish', colour: true });
  expect(coloured).toContain('\u001B[31merror');
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

test('json gives back the findings', () => {
  expect(JSON.parse(renderFindings(FINDINGS, { format: 'json' }))).toEqual(FINDINGS);
});

test('github annotations escape what would end them', () => {
  expect(renderFindings(FINDINGS, { format: 'github' })).toBe(
    `::error file=specs/pets/paths/pets_{id}.yaml,line=7,col=5,title=no-nullable::nullable is of OpenAPI 3.0: 100%25 wrong,%0Asay so
::warning file=/tmp/my pets.yaml,line=123,col=1,title=struct::no
`,
  );
});

test('sarif describes the rules it knows and points at lines by URI', () => {
  const rules = [{ id: 'no-nullable', description: 'No old words.' }];
  expect(JSON.parse(renderFindings(FINDINGS, { format: 'sarif', rules }))).toEqual({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Kiln',
            rules: [
              { id: 'no-nullable', shortDescription: { text: 'No old words.' } },
              { id: 'struct', shortDescription: { text: 'struct' } },
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          {
            ruleId: 'no-nullable',
            ruleIndex: 0,
            level: 'error',
            message: { text: FINDINGS[0]?.message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'specs/pets/paths/pets_%7Bid%7D.yaml' },
                  region: { startLine: 7, startColumn: 5 },
                },
                logicalLocations: [{ fullyQualifiedName: '#/components/schemas/Pet/nullable' }],
              },
            ],
          },
          {
            ruleId: 'struct',
            ruleIndex: 1,
            level: 'warning',
            message: { text: 'no' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'file:///tmp/my%20pets.yaml' },
                  region: { startLine: 123, startColumn: 1 },
                },
                logicalLocations: [{ fullyQualifiedName: '#/info' }],
              },
            ],
          },
        ],
      },
    ],
  });
});

test.each([
  { format: 'stylish', want: '' },
  { format: 'json', want: '[]\n' },
  { format: 'github', want: '' },
] as const)('no findings are $want in $format', ({ format, want }) => {
  expect(renderFindings([], { format })).toBe(want);
});

test('each format ends its last line', () => {
  for (const format of FINDING_FORMATS) {
    expect(renderFindings(FINDINGS, { format })).toMatch(/\n$/);
  }
});
