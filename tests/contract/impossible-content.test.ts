import { expect, test } from 'vitest';
import type { JsonObject } from '../../scripts/base/json.ts';
import { tryProperty, type Reply } from './try-property.ts';

/** The usual mistake: each side forbids what the other requires. */
const IMPOSSIBLE = {
  allOf: [
    { type: 'object', required: ['code'], properties: { code: {} }, additionalProperties: false },
    { type: 'object', required: ['state'], properties: { state: {} } },
  ],
};
const answering = (schema: JsonObject) => ({
  responses: { '200': { description: 'fine', content: { 'application/json': { schema } } } },
});
const sent = (type: string, body: string): Reply => {
  return { status: 200, headers: [['content-type', type]], body };
};

test.for<[what: string, schema: JsonObject, Reply, want: number]>([
  ['is in another media type', IMPOSSIBLE, sent('application/problem+json', '{}'), 0],
  // Its owner wants to hear that what is documented is not what is sent.
  ['has what one side forbids', IMPOSSIBLE, sent('application/json', '{"code":1,"state":2}'), 1],
  ['is empty', IMPOSSIBLE, { status: 200 }, 0],
  ['breaks what can be kept', { type: 'integer' }, sent('application/json', '"a"'), 1],
])(
  'who sends something else than content that nothing can be is not blamed: %s',
  async ([, schema, reply, want]) => {
    const { violations } = await tryProperty('conformance', answering(schema), () => reply);
    expect(violations.map(({ message }) => message)).toHaveLength(want);
  },
);
