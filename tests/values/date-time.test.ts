import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDateTime } from '../../scripts/values/formats.ts';

const ajv = new Ajv2020();
addFormats.default(ajv);
const byTheLibrary = ajv.compile<string>({ type: 'string', format: 'date-time' });

const twoDigits = (it: number) => String(it).padStart(2, '0');

const two = fc.integer({ min: 0, max: 62 }).map(twoDigits);
const fraction = fc.constantFrom('', '', '.5', '.123456', '.', ',5');
const zone = fc.constantFrom('Z', 'Z', 'z', '', '+02:00', '-23:59', '+24:00', '+2:00', ' Z', 'Z ');
const instant = fc
  .tuple(fc.constantFrom('2024', '2023', '1900', '0000', '24', '12024'), two, two, two, two, two)
  .chain(([year, month, day, hour, minute, second]) =>
    fc
      .tuple(fc.constantFrom('T', 'T', 't', ' ', '_'), fraction, zone)
      .map(([t, f, z]) => `${year}-${month}-${day}${t}${hour}:${minute}:${second}${f}${z}`),
  );
const small = fc.integer({ min: 0, max: 13 }).map(twoDigits);
const likely = fc
  .tuple(small, fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 24 }), zone)
  .map(([month, day, hour, z]) => {
    const [d, h] = [day, hour].map(twoDigits);
    return `2024-${month}-${d}T${h}:59:59${z}`;
  });

test('takes for an instant what the library takes for one, but for spaces', () => {
  let [valid, invalid] = [0, 0];
  const agree = (text: string) => {
    // It takes a space as well, which RFC 3339 has no rule for.
    const expected = byTheLibrary(text) && !/\s/.test(text);
    if (expected) valid += 1;
    else invalid += 1;
    expect([text, isDateTime(text)]).toEqual([text, expected]);
  };
  fc.assert(fc.property(fc.oneof(instant, likely, fc.string()), agree), { numRuns: 5000 });
  // Neither answer is rare here.
  expect(Math.min(valid, invalid)).toBeGreaterThan(200);
});
