import { expect, test } from 'vitest';
import { NO_PROFILES } from '../../../scripts/contract/wire/profiles.ts';
import { createRedactor } from '../../../scripts/contract/wire/redact.ts';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { PARCELS } from '../run-parcels.ts';

async function redactorOf(secret: string) {
  const api = await loadDescription(nodeIo, PARCELS);
  return createRedactor(api, { ...NO_PROFILES, good: new Map([['key', secret]]) });
}

/** Spellings as other programs make them of `S3cret-kéy`. */
test.for([
  ['plain', 'S3cret-kéy'],
  ['hexadecimal', '5333637265742d6bc3a979'],
  ['hexadecimal in capitals', '5333637265742D6BC3A979'],
  ['percent-encoded where it must be', 'S3cret-k%C3%A9y'],
  ['percent-encoded whole', '%53%33%63%72%65%74%2d%6b%c3%a9%79'],
  ['percent-encoded whole, in capitals', '%53%33%63%72%65%74%2D%6B%C3%A9%79'],
  ['decimal references', '&#83;&#51;&#99;&#114;&#101;&#116;&#45;&#107;&#233;&#121;'],
  ['hexadecimal references', '&#x53;&#x33;&#x63;&#x72;&#x65;&#x74;&#x2d;&#x6b;&#xe9;&#x79;'],
  ['escapes of JSON', String.raw`\u0053\u0033\u0063\u0072\u0065\u0074\u002d\u006b\u00e9\u0079`],
  ['base64', Buffer.from('S3cret-kéy').toString('base64').replace(/=+$/, '')],
])('a secret is found that is %s', async ([, spelling = '']) => {
  const { text } = await redactorOf('S3cret-kéy');
  expect(text(`<${spelling}>`)).toMatch(/^<\$.*KEY.*>$/);
});

test('a secret of one letter is found where it stands alone, and not in words', async () => {
  const { text } = await redactorOf('x');
  expect(text('exit x-key: x next=x;')).toBe('exit x-key: $KILN_KEY next=$KILN_KEY;');
  expect(text('application/x-kiln image/svg+x a_x x.y')).toBe(
    'application/x-kiln image/svg+x a_x x.y',
  );
  expect(text('Bearer x. user:x@host "x"')).toBe(
    'Bearer $KILN_KEY. user:$KILN_KEY@host "$KILN_KEY"',
  );
});
