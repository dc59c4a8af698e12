import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import { toClassicScript } from '../../scripts/docs/redoc-script.ts';
import { readRedoc, REDOC_STUB } from './orchard.ts';

const installed = toClassicScript(readRedoc().script);

test('turns the installed module into a classic script', () => {
  expect(() => new Script(installed)).not.toThrow();
  expect(installed).toMatch(/^var Redoc=\(\(\)=>\{/);
});

test('leaves no picture of the renderer on another host', () => {
  expect(installed).not.toContain('cdn.redoc.ly');
});

test.each([
  ['a third logo', `${REDOC_STUB.script}\n"https://cdn.redoc.ly/redoc/logo-mini.svg"`, /3 of/],
  ['another export', REDOC_STUB.script.replace('export{', 'export {'), /0 of export/],
])('refuses a version of the renderer with %s', (_, script, message) => {
  expect(() => toClassicScript(script)).toThrow(message);
});
