import { expect, test } from 'vitest';
import { apiNameOf } from '../../scripts/load/api-name.ts';

test.for([
  ['specs/pets/openapi.yaml', 'pets'],
  ['pets.yaml', 'pets'],
  ['a/b/pets.v2.json', 'pets.v2'],
  ['openapi.yaml', 'openapi'],
  ['../openapi.yaml', 'openapi'],
  ['./openapi.yaml', 'openapi'],
  ['../../swagger.json', 'swagger'],
  ['/openapi.json', 'openapi'],
  ['.../openapi.yaml', 'openapi'],
  ['...yaml', 'api'],
  ['..yaml', 'api'],
  [String.raw`C:\work\pets\openapi.yaml`, 'pets'],
  ['site.yaml', 'site-api'],
  ['runtime/openapi.yaml', 'runtime-api'],
  ['specs/Lint/openapi.yaml', 'Lint-api'],
  ['CON.yaml', 'CON-api'],
  ['com1.txt.yaml', 'com1.txt-api'],
  ['README.yaml', 'README-api'],
  ['<img src=x onerror=alert(1)>.yaml', 'img-src-x-onerror-alert-1'],
  ['a b/öffentliche Dienste.yaml', 'öffentliche-Dienste'],
  ['日本語.yaml', '日本語'],
  ['\u202Egnp.yaml', 'gnp'],
  ['x\u0000y.yaml', 'x-y'],
  ['%2e%2e%2fetc.yaml', '2e-2e-2fetc'],
  ['http://127.0.0.1:8000/pets/openapi.json?v=1#x', 'pets'],
  ['http://127.0.0.1:8000/openapi.json', '127.0.0.1-8000'],
  ['/work/a#b/pets/openapi.yaml', 'pets'],
  [`${'a'.repeat(300)}.yaml`, 'a'.repeat(80)],
])('the API that %j describes is called %s', ([root = '', name]) => {
  expect(apiNameOf(root)).toBe(name);
});
