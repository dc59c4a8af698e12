import { expect, test } from 'vitest';
import { objectOf } from '../../../scripts/base/json.ts';
import type { Draft } from '../../../scripts/contract/generation/draft.ts';
import { draftsToMake } from '../../../scripts/contract/things/drafts-to-make.ts';
import { createPool } from '../../../scripts/contract/things/pool.ts';
import type { Operation } from '../../../scripts/model/api-model.ts';
import type { Exchange } from '../../../scripts/wire/exchange.ts';
import { loadText } from '../../load/load-files.ts';

const api = await loadText(`openapi: 3.1.0
info: {title: Films, version: '1'}
paths:
  /films:
    post:
      operationId: addFilm
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [minutes], properties: {title: {type: string}, minutes: {type: integer}}}}}}
      responses: {'201': {description: made, content: {application/json: {schema: {type: object, properties: {id: {type: integer}}}}}}}
  /films/{id}:
    delete:
      operationId: dropFilm
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {'204': {description: gone}, '404': {description: none}}
`);
const operationOf = (name: string): Operation => {
  const found = api.operations.find(({ id }) => id === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const [addFilm, dropFilm] = [operationOf('addFilm'), operationOf('dropFilm')];
const bodyOf = (value: object): Draft => ({
  parameters: [],
  body: { mediaType: 'application/json', value: { ...value } },
});

/** A pool beside a server that wants a title and a film's length, though its description does not say so. */
function start() {
  const pool = createPool({
    api,
    targets: ['http://films.test'],
    writes: true,
    isThrowAway: true,
  });
  const made: string[] = [];
  const ask = (operation: Operation, draft: Draft): Promise<Exchange> => {
    const { title, minutes } = objectOf(draft.body?.value);
    const isTitled = operation === addFilm && typeof title === 'string' && title !== '';
    const isTaken = isTitled && Number(minutes) > 60 && Number(minutes) < 600;
    if (isTaken) made.push(title);
    const request = { method: 'POST', url: 'http://films.test/films', headers: [], body: '' };
    pool.whySpared(operation, request);
    const response = {
      status: isTaken ? 201 : 400,
      headers: [['content-type', 'application/json']] as const,
      body: isTaken ? JSON.stringify({ id: made.length }) : '{}',
    };
    const exchange: Exchange = { request, response };
    pool.see(operation, draft, exchange, true);
    return Promise.resolve(exchange);
  };
  return { pool, ask, made };
}

test('a thing for a delete alone is made as one was made before, where nothing that is made up is taken', async () => {
  const { pool, ask, made } = start();
  await ask(addFilm, bodyOf({ title: 'The first', minutes: 90 }));
  const drop: Draft = {
    parameters: dropFilm.parameters.map((parameter) => ({ parameter, value: 0 })),
    body: undefined,
  };
  const ids: unknown[] = [];
  for (let time = 0; time < 4; time += 1) {
    ids.push((await pool.feed(dropFilm, drop, ask)).parameters[0]?.value);
  }
  // The first is left for all the others, and each delete has another.
  expect(ids).not.toContain(1);
  expect(new Set(ids).size).toBe(4);
  expect(new Set(made).size).toBe(made.length);
});

test('what has made a thing comes first, with words of its own', () => {
  const known = bodyOf({ title: 'The first', minutes: 90 });
  const [first, second] = draftsToMake(api, addFilm, 3, known);
  expect(objectOf(first?.body?.value)).toMatchObject({ minutes: 90 });
  expect(objectOf(first?.body?.value)['title']).toMatch(/^[a-z]{8}$/);
  expect(second).toBe(known);
  expect(draftsToMake(api, addFilm, 3)).not.toContain(known);
});
