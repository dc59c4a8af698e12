import * as fc from 'fast-check';
import { parse as parseWithQs, stringify as stringifyWithQs } from 'qs';
import { expect, test } from 'vitest';
import { describeBody } from '../../scripts/wire/describe-body.ts';
import { readBody } from '../../scripts/wire/read-body.ts';
import { writeBody } from '../../scripts/wire/write-body.ts';
import { describeMedia } from '../wire/describe.ts';

const TYPE = 'application/x-www-form-urlencoded';
const word = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed());
const contractOf = async (media: string) => ({
  ...(await describeMedia(TYPE, media)),
  breachesOf: () => 0,
});

test('what is written is what URLSearchParams writes, byte for byte, and reads', async () => {
  const contract = await contractOf('{schema: {additionalProperties: {type: string}}}');
  fc.assert(
    fc.property(fc.dictionary(word, word, { minKeys: 1, noNullPrototype: true }), (value) => {
      const { text = '', bytes } = writeBody(
        describeBody(contract.document, contract.media),
        value,
      );
      expect(text).toBe(new URLSearchParams(value).toString());
      expect(readBody(contract, TYPE, bytes)).toEqual({ value });
    }),
  );
});

const DEEP = `
schema:
  properties:
    deep: {type: object, properties: {n: {type: integer}, list: {type: array, items: {type: string}}}}
    list: {type: array, items: {type: string}}
encoding: {deep: {style: deepObject, explode: true}}`;

test('qs reads deep objects and lists that are written, and is read', async () => {
  const contract = await contractOf(DEEP);
  const value = { deep: { n: 1, a: 'x y&' }, list: ['a', 'b'] };
  const { text = '' } = writeBody(describeBody(contract.document, contract.media), value);
  expect(parseWithQs(text)).toEqual({ deep: { n: '1', a: 'x y&' }, list: ['a', 'b'] });
  const sent = stringifyWithQs(value, { arrayFormat: 'repeat' });
  expect(readBody(contract, TYPE, Buffer.from(sent))).toEqual({ value });
});
