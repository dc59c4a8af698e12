import { expect, test } from 'vitest';
import { textOf } from '../../scripts/base/json.ts';
import { askOf, type Ask } from './ask.ts';
import { HEAD } from './memory-descriptions.ts';
import { loadText, startMock } from './pets.ts';

let ask: Ask;

async function start(description: string): Promise<void> {
  ask = askOf(await startMock([await loadText(description)]));
}

test('Location leads below the things of the request, whosever things its example tells of', async () => {
  await start(
    `${HEAD}
paths:
  /users/{user}/lists/{list}/hooks:
    parameters:
      - {name: user, in: path, required: true, schema: {type: string}}
      - {name: list, in: path, required: true, schema: {type: string}}
    post:
      requestBody: {content: {application/json: {schema: {type: object, properties: {url: {type: string}}}}}}
      responses:
        '201':
          description: Made.
          headers: {Location: {schema: {type: string}, example: https://api.pets.example/v1/users/ada/lists/todo/hooks/12}}
          content:
            application/json:
              schema: {type: object, properties: {id: {type: integer}, url: {type: string}}}
              example: {id: 12, url: https://example.com}
  /users/{user}/lists/{list}/hooks/{hookId}:
    parameters:
      - {name: user, in: path, required: true, schema: {type: string}}
      - {name: list, in: path, required: true, schema: {type: string}}
      - {name: hookId, in: path, required: true, schema: {type: integer}}
    get:
      responses:
        '200': {description: One., content: {application/json: {schema: {type: object, properties: {id: {type: integer}, url: {type: string}}}}}}
        '404': {description: None.}
`,
  );
  const made = await ask('POST', '/users/bob/lists/work%20day/hooks', { url: 'https://b.example' });
  const path = `/users/bob/lists/work%20day/hooks/${textOf(made.body['id'])}`;
  expect(made.headers['location']).toBe(`https://api.pets.example/v1${path}`);
  expect((await ask('GET', path)).body).toEqual(made.body);
});

test.each([
  ['of numbers', 'integer'],
  // What the schema of the Location makes is then the id of the thing that its schema makes.
  ['of texts', 'string'],
])(
  'a Location without an example leads to what was made: ids %s, and the resource is only guessed at',
  async (_ids, type) => {
    await start(
      `${HEAD}
paths:
  /users/{user}/issues:
    parameters: [{name: user, in: path, required: true, schema: {type: string}}]
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Issue'}}}}
      responses:
        '201':
          description: Made.
          headers: {Location: {description: Its address., schema: {type: string}}}
          content: {application/json: {schema: {$ref: '#/components/schemas/Issue'}}}
  /users/{user}/issues/{issueId}:
    parameters:
      - {name: user, in: path, required: true, schema: {type: string}}
      - {name: issueId, in: path, required: true, schema: {type: string}}
    get:
      responses:
        '200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Issue'}}}}
        '404': {description: None.}
components:
  schemas:
    Issue: {type: object, properties: {id: {type: ${type}}, title: {type: string}}}
`,
    );
    const made = await ask('POST', '/users/bob/issues', { title: 'It leaks' });
    const address = new URL(made.headers['location'] ?? '', 'http://pets.test/users/bob/issues');
    expect(address.pathname).toBe(`/users/bob/issues/${textOf(made.body['id'])}`);
    expect((await ask('GET', address.pathname)).body).toEqual(made.body);
  },
);
