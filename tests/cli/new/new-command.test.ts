import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { beginIn, CASES, operationsOf, yamlOf } from './new-io.ts';

const KEY = '[{"kioskKey":[]}]';
const BEARER = '[{"bearerAuth":[]}]';

/** What the sources hold and nobody may copy. */
const SECRETS = /hush|hunter|s3cr3t|eyJ|k_live|ada@/;

const SOURCES = [
  {
    file: 'kiosk.txt',
    operations: [
      `GET /papers listPapers ${KEY}`,
      `POST /papers createPaper ${KEY}`,
      `GET /papers/{paperId} getPaper ${KEY}`,
      `DELETE /papers/{paperId} deletePaper ${KEY}`,
    ],
  },
  {
    file: 'kiosk.har',
    operations: [
      `GET /papers listPapers ${BEARER}`,
      `POST /papers createPaper ${BEARER}`,
      `GET /papers/{paperId} getPaper ${BEARER}`,
    ],
  },
  {
    file: 'kiosk.postman.json',
    operations: [
      'POST /login createLogin []',
      `GET /papers listPapers ${KEY}`,
      `POST /papers createPaper ${KEY}`,
      `GET /papers/{paperId} getPaper ${KEY}`,
      `PUT /papers/{paperId}/cover replacePaperCover ${KEY}`,
    ],
  },
  {
    file: 'kiosk.swagger.yaml',
    operations: [
      'GET /papers/ getPapersList [{"key":[]}]',
      'POST /papers/ createPaper [{"key":[]}]',
      'GET /papers/{id} getPaper [{"key":[]}]',
      'DELETE /papers/{id} deletePaper []',
    ],
  },
] as const;

describe.each(SOURCES)('from $file', ({ file, operations }) => {
  const begin = () => beginIn(['kiosk', '--from', `${CASES}/${file}`]);

  test('has its operations, its credentials and its server', async () => {
    const begun = await begin();
    expect(begun.exitCode).toBe(0);
    expect(operationsOf(begun, 'kiosk')).toEqual(operations);
    const { servers } = yamlOf(begun, 'specs/kiosk/openapi.yaml');
    expect(servers).toMatchObject([{ url: 'https://api.kiosk.test/v1' }]);
  });

  test('copies no secret, and names no folder of the machine', async () => {
    const { files } = await begin();
    const written = [...files.values()].join('\n');
    expect(written).not.toMatch(SECRETS);
    expect(written).not.toContain(CASES);
  });

  test('has the files that every description has', async () => {
    const { files } = await begin();
    const names = [...files.keys()].map((path) => path.replace('specs/kiosk/', ''));
    for (const name of ['openapi.yaml', 'evidence.yaml', 'mock.yaml', 'CHANGELOG.md']) {
      expect(names).toContain(name);
    }
    expect(names.filter((it) => it.startsWith('paths/')).length).toBeGreaterThan(1);
  });
});

test('answers and bodies become loose schemas under names, with examples that were seen', async () => {
  const begun = await beginIn(['kiosk', '--from', `${CASES}/kiosk.har`]);
  const paper = yamlOf(begun, 'specs/kiosk/components/schemas/Paper.yaml');
  expect(paper).toMatchObject({
    properties: {
      id: { type: 'integer' },
      title: { type: 'string' },
      pages: { type: ['integer', 'null'] },
    },
  });
  expect(paper).not.toHaveProperty('required');
  const list = yamlOf(begun, 'specs/kiosk/components/schemas/PaperList.yaml');
  expect(list).toMatchObject({ type: 'array', items: { $ref: 'Paper.yaml' } });
  const { get } = yamlOf(begun, 'specs/kiosk/paths/papers_{paperId}.yaml');
  expect(get).toMatchObject({
    parameters: [{ name: 'paperId', in: 'path', examples: { shown: { value: '17' } } }],
    responses: {
      200: {
        content: {
          'application/json': { examples: { shown: { value: { session_token: 'placeholder' } } } },
        },
      },
      404: {
        content: { 'application/json': { schema: { $ref: '../components/schemas/Refusal.yaml' } } },
      },
    },
  });
});

test('of a recording, what goes to other domains is left out and said', async () => {
  const text = readFileSync(`${CASES}/kiosk.har`, 'utf8');
  const more = ['https://stats.test/collect', 'https://auth.kiosk.test/v1/tokens'].map((url) => {
    return `{"request": {"method": "POST", "url": "${url}", "headers": [], "postData": {"mimeType": "application/json", "text": "{}"}}, "response": {"status": 200}},`;
  });
  const there = { 'a.har': text.replace('"entries": [', `"entries": [${more.join('')}`) };
  const begun = await beginIn(['kiosk', '--from', 'a.har'], there);
  expect(begun.err).toContain('left out requests to stats.test\n');
  const operations = operationsOf(begun, 'kiosk');
  expect(operations).toContain('POST /tokens createToken []');
  expect(operations.join()).not.toContain('collect');
  expect(yamlOf(begun, 'specs/kiosk/paths/tokens.yaml')).toMatchObject({
    servers: [{ url: 'https://auth.kiosk.test/v1' }],
  });
});

test('what is concluded is inferred, and what is seen documented', async () => {
  const begun = await beginIn(['kiosk', '--from', `${CASES}/kiosk.txt`]);
  const { sources, claims } = yamlOf(begun, 'specs/kiosk/evidence.yaml');
  expect(sources).toMatchObject({
    S1: { title: 'curl commands', address: 'kiosk.txt', retrieved: '2026-01-31' },
  });
  expect(claims).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ status: 'documented', sources: ['S1'], at: 'POST /papers' }),
      expect.objectContaining({
        status: 'inferred',
        says: expect.stringContaining('ids are variables'),
      }),
      expect.objectContaining({ status: 'unstated' }),
    ]),
  );
});

test('without a source it is an invented API under the name, with an example of every part', async () => {
  const begun = await beginIn(['paper-shop']);
  const { claims, sources } = yamlOf(begun, 'specs/paper-shop/evidence.yaml');
  const statuses = (claims as readonly { status: string }[]).map(({ status }) => status);
  expect(new Set(statuses).size).toBe(5);
  expect(JSON.stringify(sources)).toMatch(/"prints".*"omitted"/);
  expect(begun.files.get('specs/paper-shop/openapi.yaml')).toContain('title: Paper Shop');
  expect([...begun.files.values()].join('')).not.toMatch(/starter/i);
});

test.for([
  {
    argv: ['Paper Shop'],
    says: '"Paper Shop" is no name for a description (bad-name)',
    hint: 'paper-shop',
  },
  { argv: ['../kiosk'], says: '"../kiosk" is no name', hint: ': kiosk.' },
  {
    argv: ['site'],
    says: '"site" is the name of something that Kiln writes',
    hint: 'Call it site-api.',
  },
  { argv: ['kiosk', '--from', 'no.har'], says: 'Cannot read no.har', hint: '' },
  {
    argv: ['kiosk', '--from', 'hra', 'x.har'],
    says: 'There is no kind of source "hra"',
    hint: 'Did you mean har?',
  },
  { argv: ['kiosk', '--from', 'curl'], says: 'Which curl file', hint: '--from curl FILE' },
  {
    argv: ['kiosk', '--from', 'notes.md'],
    says: 'notes.md:1: Kiln does not know what this is',
    hint: 'HAR 1.2',
  },
  {
    argv: ['kiosk', '--from', 'open.txt'],
    says: "open.txt:3: The quote ' of this command is not closed",
    hint: 'Close it',
  },
  {
    argv: ['kiosk', '--from', 'bare.txt'],
    says: 'bare.txt:2: This curl command names no URL',
    hint: 'URL',
  },
  { argv: ['kiosk', '--from', 'bad.har'], says: 'bad.har:3:', hint: 'HAR 1.2' },
  { argv: ['kiosk', '--from', 'bad.json'], says: 'bad.json:3:', hint: '' },
  {
    argv: ['kiosk', '--from', 'postman', 'bad.har'],
    says: 'bad.har:1: This is no Postman collection',
    hint: '',
  },
  { argv: ['taken'], says: 'specs/taken is there already', hint: 'another name' },
])('$argv is refused, and nothing is written', async ({ argv, says, hint }) => {
  const begun = await beginIn(argv, {
    'specs/taken/openapi.yaml': 'openapi: 3.1.0\n',
    'notes.md': '# Notes\n',
    'open.txt': "Papers:\n\ncurl https://a.test -d '{}\n",
    'bare.txt': 'Papers:\ncurl -X POST\n',
    'bad.har':
      '{"log": {"entries": [\n{"request": {"method": "GET", "url": "https://a.test/x"}},\n{"request": {"method": "GET", "url": "nowhere"}}]}}',
    'bad.json': '{"info": {"name": "x"}, "item": [\n\n{"name": "nothing"}]}',
  });
  expect(begun.exitCode).toBe(2);
  expect(begun.err).toContain(says);
  expect(begun.err).toContain(hint);
  expect([...begun.files]).toEqual([]);
});

test('what cannot be written whole is taken back', async () => {
  let count = 0;
  const removed: string[] = [];
  const begun = await beginIn(
    ['kiosk'],
    {},
    {
      writeText: () => {
        count += 1;
        return count > 3 ? Promise.reject(new Error('disk full')) : Promise.resolve();
      },
      remove: (path) => Promise.resolve(void removed.push(path)),
      rename: () => Promise.reject(new Error('must not be renamed')),
    },
  );
  expect(begun.exitCode).toBe(3);
  expect(begun.err).toContain('disk full');
  expect(removed.at(-1)).toBe('specs/.kiosk.partial');
});
