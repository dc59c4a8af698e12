import { expect, test } from 'vitest';
import { lint } from '../../scripts/lint/lint.ts';
import { toRedoclyFindings } from '../../scripts/lint/redocly-findings.ts';
import { validateWithSwaggerParser } from '../../scripts/lint/swagger-parser.ts';
import { loadText } from './load-case.ts';

const TEXT = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: listPets
      description: Answers with all the pets there are.
      security: []
      bogus: 1
      responses:
        '204': {$ref: '#/components/responses/Nothing'}
    delete:
      operationId: deletePets
      description: Forgets all the pets there are.
      responses:
        '204': {$ref: '#/components/responses/Nothing'}
components:
  responses:
    Nothing:
      content: {}
`;

test('swagger-parser reports each fault once, at the line where it is written', async () => {
  const findings = await validateWithSwaggerParser(await loadText(TEXT));
  expect(findings.map(({ at, location, message }) => [at, location.line, message])).toEqual([
    ['#/components/responses/Nothing', 20, "must have required property 'description'"],
    ['#/paths/~1pets/get', 6, 'must NOT have unevaluated properties: bogus'],
  ]);
});

test('a description that refers to itself or holds references as data is validated, too', async () => {
  const api =
    await loadText(`${TEXT.replace('      bogus: 1\n', '').replace('content: {}', 'description: ok')}
  schemas:
    Pet: {properties: {parent: {$ref: '#/components/schemas/Pet'}}}
  examples:
    data: {value: {$ref: './no/such/file.yaml'}}
`);
  expect(await validateWithSwaggerParser(api)).toEqual([]);
  expect(api.document['paths']).toMatchObject({
    '/pets': { get: { responses: { 204: { $ref: '#/components/responses/Nothing' } } } },
  });
});

test('what several sources say is said once, in the order of lines', async () => {
  const api = await loadText(TEXT);
  const problems = [
    problem('struct', 20, 'The field `description` must be present.'),
    problem('security-defined', 13, 'Every operation should have security defined.'),
    problem('security-defined', 99, 'Another place.'),
    problem('info-license', 3, 'No license.'),
  ];
  const stdout = JSON.stringify({ problems });
  const findings = await lint(api, {
    redocly: ({ source }) =>
      Promise.resolve(toRedoclyFindings(source, { exitCode: 1, stdout, stderr: '' })),
  });
  expect(findings.map(({ rule, location }) => `${location.line} ${rule}`)).toEqual([
    '3 info-license',
    '6 swagger-parser',
    '13 security-explicit',
    '20 struct',
    '99 security-defined',
  ]);
});

test('a warning of Redocly is a warning, its suggestion part of the message', async () => {
  const [, , finding] = await lint(await loadText(TEXT), {
    redocly: ({ source }) => {
      const problems = [{ ...problem('a', 12, 'Two\n  lines.'), severity: 'warn', suggest: ['b'] }];
      const stdout = JSON.stringify({ problems });
      return Promise.resolve(toRedoclyFindings(source, { exitCode: 0, stdout, stderr: '' }));
    },
  }).then((all) => [undefined, undefined, all.find(({ rule }) => rule === 'a')]);
  expect(finding).toEqual({
    rule: 'a',
    severity: 'warn',
    at: '#/x',
    location: { file: 'pets.yaml', line: 12, column: 3 },
    message: 'Two lines. Did you mean b?',
  });
});

function problem(ruleId: string, line: number, message: string) {
  const location = [{ source: { ref: 'pets.yaml' }, pointer: '#/x', start: { line, col: 3 } }];
  return { ruleId, severity: 'error', message, location, suggest: [] };
}
