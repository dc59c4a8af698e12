import { expect, test } from 'vitest';
import { describeBody } from '../../scripts/wire/describe-body.ts';
import { writeBody } from '../../scripts/wire/write-body.ts';
import { FORM_VECTORS, JSON_VECTORS, TEXT_VECTORS } from './body-vectors.ts';
import { describeMedia } from './describe.ts';
import { MULTIPART_VECTORS } from './multipart-vectors.ts';
import { XML_VECTORS } from './xml-vectors.ts';

test.for([...JSON_VECTORS, ...TEXT_VECTORS, ...FORM_VECTORS, ...MULTIPART_VECTORS, ...XML_VECTORS])(
  'writes $type: $what',
  async ({ type, media, components, value, want, wantType = type }) => {
    const { document, media: described } = await describeMedia(type, media ?? '{}', components);
    const body = writeBody(describeBody(document, described), value);
    expect(new TextDecoder().decode(body.bytes)).toBe(want);
    expect(body.contentType).toBe(wantType);
    expect([want, undefined]).toContain(body.text);
  },
);

test('sends octets as they are, whatever the media type', () => {
  const bytes = Uint8Array.of(0, 255, 13);
  for (const value of [bytes, bytes.buffer, new DataView(bytes.buffer)]) {
    const written = writeBody({ mediaType: 'image/*' }, value);
    expect(written).toEqual({ contentType: 'image/png', bytes });
  }
  expect(writeBody({ mediaType: 'application/json' }, bytes).bytes).toBe(bytes);
  const file = { bytes, contentType: 'image/gif' };
  expect(writeBody({ mediaType: 'image/*' }, file).contentType).toBe('image/gif');
});
