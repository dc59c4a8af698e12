import { expect, test } from 'vitest';
import { richDrafts } from '../../../scripts/contract/generation/broken-draft.ts';
import { withThingsInBody, type IsFixed } from '../../../scripts/contract/things/feed.ts';
import { thingsShown } from '../../../scripts/contract/things/shown-things.ts';
import type { Draft } from '../../../scripts/contract/generation/draft.ts';
import { loadText } from '../../load/load-files.ts';

const api = await loadText(`openapi: 3.1.0
info: {title: Shops, version: '1'}
paths:
  /shops:
    post:
      operationId: addShop
      requestBody: {content: {application/json: {schema: {type: object, required: [shop_id], properties: {shop_id: {type: string}}}}}}
      responses: {'201': {description: made}}
  /shops/{shop_id}:
    get:
      operationId: readShop
      parameters: [{name: shop_id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: ok}}
  /orders:
    post:
      operationId: addOrder
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [shop_id, note, lines]
              properties:
                shop_id: {type: string}
                note: {type: string}
                lines: {type: array, minItems: 1, items: {type: object, required: [shopId], properties: {shopId: {type: string, maxLength: 4}}}}
      responses: {'200': {description: ok}}
`);
const operationOf = (name: string) => {
  const found = api.operations.find(({ id }) => id === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const draftOf = (name: string): Draft => {
  const draft = richDrafts(api, operationOf(name)).at(-1);
  if (!draft) throw new Error(`no draft of ${name}`);
  return draft;
};
const given: Draft = {
  ...draftOf('addOrder'),
  body: {
    mediaType: 'application/json',
    value: { shop_id: 'x', note: 'x', lines: [{ shopId: 'y' }] },
  },
};
const fed = (draft: Draft, id: string, isFixed?: IsFixed, name = 'addOrder') =>
  withThingsInBody(api, operationOf(name), draft, () => ({ values: [id] }), isFixed).body?.value;

const isFixed: IsFixed = (it) => 'at' in it && it.at === '#/shop_id';

test('members that are called after things name those that are there', () => {
  expect(fed(given, 's-1')).toEqual({ shop_id: 's-1', note: 'x', lines: [{ shopId: 's-1' }] });
  // What the schema does not allow is left.
  expect(fed(given, 'shop-1')).toEqual({ shop_id: 'shop-1', note: 'x', lines: [{ shopId: 'y' }] });
});

test('what was changed on purpose stays, and so does the name of what is made', () => {
  expect(fed(given, 's-1', isFixed)).toMatchObject({ shop_id: 'x', lines: [{ shopId: 's-1' }] });
  const broken = { ...given, broken: 'type at body/note' };
  expect(fed(broken, 's-1')).toEqual(given.body?.value);
  const own = draftOf('addShop');
  expect(fed(own, 's-1', undefined, 'addShop')).toEqual(own.body?.value);
});

test('an answer shows the things that its members are called after', () => {
  const request = { method: 'POST', url: 'http://shops.test/orders', headers: [], body: undefined };
  const body = JSON.stringify({ data: [{ shop_id: 's-9', note: 'n' }, { shop_id: 's-9' }], id: 4 });
  const response = { status: 200, headers: [], body };
  const shown = thingsShown(api, operationOf('addOrder'), given, { request, response });
  expect(shown).toMatchObject([{ values: ['s-9'], isMade: false, isHinted: true }]);
});

test('what is made goes by the name that the request gave it, where nothing else tells', async () => {
  const rooms = await loadText(`openapi: 3.1.0
info: {title: Rooms, version: '1'}
paths:
  /rooms:
    post:
      requestBody: {required: true, content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}
      responses: {'200': {description: made}}
  /rooms/{room}:
    get: {parameters: [{name: room, in: path, required: true, schema: {type: string}}], responses: {'200': {description: ok}}}
`);
  const [maker] = rooms.operations;
  if (!maker) throw new Error('no operation');
  const body = { mediaType: 'application/json', value: { name: 'attic' } };
  const request = { method: 'POST', url: 'http://rooms.test/rooms', headers: [], body: undefined };
  const response = { status: 200, headers: [], body: '{}' };
  const shown = thingsShown(rooms, maker, { parameters: [], body }, { request, response });
  expect(shown).toMatchObject([{ values: ['attic'], isMade: true }]);
});
