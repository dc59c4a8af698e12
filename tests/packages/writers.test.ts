import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { writeBody } from '../../generated/runtime/wire/write-body.js';
import { writeParameter } from '../../generated/runtime/wire/write-parameter.js';
import { describeBody } from '../../scripts/wire/describe-body.ts';
import { FORM_VECTORS, JSON_VECTORS, TEXT_VECTORS } from '../wire/body-vectors.ts';
import { describeMedia } from '../wire/describe.ts';
import { MULTIPART_VECTORS } from '../wire/multipart-vectors.ts';
import { WRITER_VECTORS } from '../wire/writer-vectors.ts';
import { XML_VECTORS } from '../wire/xml-vectors.ts';

const RUNTIME = resolve(import.meta.dirname, '../../generated/runtime');

test('the package writes each parameter as the specifications do', () => {
  for (const [place, style, explode, value, want, name] of WRITER_VECTORS) {
    expect(writeParameter({ name, in: place, style, explode }, value)).toBe(want);
  }
});

test.for([...JSON_VECTORS, ...TEXT_VECTORS, ...FORM_VECTORS, ...MULTIPART_VECTORS, ...XML_VECTORS])(
  'the package writes $type: $what',
  async ({ type, media, components, value, want, wantType = type }) => {
    const { document, media: described } = await describeMedia(type, media ?? '{}', components);
    const body = writeBody(describeBody(document, described), value);
    expect(new TextDecoder().decode(body.bytes)).toBe(want);
    expect(body.contentType).toBe(wantType);
  },
);

const MODULES = readdirSync(RUNTIME, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.js'))
  .map((path) => ({ path, text: readFileSync(`${RUNTIME}/${path}`, 'utf8') }));

test.for(MODULES)('$path runs in browsers too', ({ text }) => {
  const imported = [...text.matchAll(/^(?:import|export) .*from '([^']+)';$/gm)].map(
    ([, source = '']) => source,
  );
  const foreign = imported.filter((source) => !/^\.{1,2}\/|^openapi-fetch$/.test(source));
  expect(foreign).toEqual([]);
  expect(text).not.toMatch(/\b(?:Buffer|process|require|rawJSON|__dirname)\b(?!['"])/);
});
