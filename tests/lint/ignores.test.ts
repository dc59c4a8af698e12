import { expect, test } from 'vitest';
import { checkRules } from '../../scripts/lint/check-rules.ts';
import { RULES } from '../../scripts/lint/rules.ts';
import { loadText } from './load-case.ts';

const TEXT = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      IGNORE
      operationId: pets
      description: Answers with all the pets there are.
      security: []
      responses:
        '204': {description: Nothing.}
    put:
      operationId: pets2
      description: Replaces all the pets there are.
      security: []
      responses:
        '204': {description: Nothing.}
`;

test.each([
  {
    name: 'silences its rule at its node and below, and nowhere else',
    ignore: '{operation-id-verb: The vendor prints this name.}',
    want: ['14 operation-id-verb'],
  },
  {
    name: 'needs a reason',
    ignore: "{operation-id-verb: ' '}",
    want: ['14 operation-id-verb', '7 ignore-justified Ignoring operation-id-verb needs a reason'],
  },
  {
    name: 'names a rule that exists',
    ignore: '{operation-id-verbs: The vendor prints this name.}',
    want: [
      '8 operation-id-verb',
      '14 operation-id-verb',
      '7 ignore-justified There is no house rule operation-id-verbs; did you mean operation-id-verb?',
    ],
  },
  {
    name: 'is needed',
    ignore: '{operation-id-verb: It is so., no-nullable: Old.}',
    want: [
      '14 operation-id-verb',
      '7 ignore-justified Nothing here breaks no-nullable: drop the x-kiln-ignore',
    ],
  },
  {
    name: 'is a map',
    ignore: '[operation-id-verb]',
    want: [
      '8 operation-id-verb',
      '14 operation-id-verb',
      '7 ignore-justified x-kiln-ignore must be a map from rules to the reasons why they are ignored',
    ],
  },
])('an ignore $name', async ({ ignore, want }) => {
  const api = await loadText(TEXT.replace('IGNORE', `x-kiln-ignore: ${ignore}`));
  const findings = checkRules(api, RULES).map(({ rule, location, message }) => {
    return `${location.line} ${rule}${rule === 'ignore-justified' ? ` ${message}` : ''}`;
  });
  expect(findings).toEqual(want);
});
