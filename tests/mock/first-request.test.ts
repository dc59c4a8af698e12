import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mockCommand } from './mock-command.ts';

const NEEDS = `openapi: 3.1.0
info: {title: Moves, version: '1'}
paths:
  /moves/{kind}:
    post:
      parameters:
        - {name: kind, in: path, required: true, schema: {enum: [sale, it's]}}
        - {name: rows, in: query, required: true, schema: {type: integer, minimum: 20}}
        - {name: to, in: query, required: true, schema: {type: string, format: uri, example: 'https://a.example/'}}
        - {name: x-day, in: header, required: true, schema: {type: string, format: date}}
      requestBody:
        required: true
        content:
          application/json: {schema: {type: object, required: [n], properties: {n: {type: integer, minimum: 3}}}}
      responses: {'201': {description: OK.}, '400': {description: No.}}
`;

test('the line to try when the mock has started is answered with success, though nothing has an example', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kiln-first-request-'));
  const file = join(folder, 'moves.yaml');
  await writeFile(file, NEEDS);
  let status = 0;
  const { out } = await mockCommand([file], async (told) => {
    status = await sendLine(/^ {2}curl (.*)$/m.exec(told)?.[1] ?? '');
  });
  await rm(folder, { recursive: true });
  expect([status, /to=[^&']+/.exec(out)?.[0]]).toEqual([201, 'to=https%3A%2F%2Fa.example%2F']);
});

/** Sends what a line asks curl to send, as a shell reads it. */
async function sendLine(line: string): Promise<number> {
  const script = `for it in ${line}; do printf '%s\\0' "$it"; done`;
  const words = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0');
  const after = (flag: string) => words.filter((_, index) => words[index - 1] === flag);
  const pairs = after('-H').map((it) => it.split(': ', 2) as [string, string]);
  const [method = 'GET'] = after('-X');
  const [body] = after('-d');
  const url = words.find((it) => it.startsWith('http')) ?? '';
  const answer = await fetch(url, { method, headers: pairs, ...(body !== undefined && { body }) });
  return answer.status;
}
