import type { Rule } from '../rule.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** Tools disagree on the dialect of a description that names none; Prism then takes draft-07. */
export const dialect202012: Rule = {
  id: 'dialect-2020-12',
  severity: 'error',
  description: `jsonSchemaDialect is ${DIALECT}.`,
  *check({ document }) {
    if (document['jsonSchemaDialect'] === DIALECT) return;
    yield { at: '#/jsonSchemaDialect', message: `jsonSchemaDialect must be ${DIALECT}` };
  },
};
