import { expect, test } from 'vitest';
import { toSchemas } from '../../scripts/values/schemas.ts';
import { readBody } from '../../scripts/wire/read-body.ts';
import { describeMedia } from './describe.ts';
import { FORM_READINGS } from './form-readings.ts';
import { MULTIPART_READINGS } from './multipart-readings.ts';
import { PLAIN_READINGS, type ReadVector } from './read-vectors.ts';
import { XML_READINGS } from './xml-readings.ts';
import { XML_VECTORS } from './xml-vectors.ts';

async function read({ type, sentAs, media, components, sent }: Omit<ReadVector, 'what' | 'want'>) {
  const described = await describeMedia(type, media ?? '{}', components);
  const { schema } = described.media;
  const schemas = toSchemas(described.document);
  const breachesOf = (it: unknown) => (schema ? schemas.check(schema, it).length : 0);
  return readBody({ ...described, breachesOf }, sentAs ?? type, Buffer.from(sent as string));
}

test.for([...PLAIN_READINGS, ...FORM_READINGS, ...MULTIPART_READINGS, ...XML_READINGS])(
  'reads $type: $what',
  async ({ want, ...vector }) => {
    expect(await read(vector)).toEqual(matcherOf(want));
  },
);

function matcherOf(want: ReadVector['want']): unknown {
  if (want === 'opaque') return undefined;
  if ('value' in want) return want;
  const reason: unknown = expect.stringContaining(want.reason);
  return expect.objectContaining({ reason });
}

/** What the writer has to leave out or to replace does not come back. */
const COMES_BACK = XML_VECTORS.filter(({ what }) => !/^(no|nothing|a document) /.test(what));

test.for(COMES_BACK)('reads the XML example back: $what', async ({ want, value, ...vector }) => {
  expect(await read({ ...vector, sent: want })).toEqual({ value });
});
