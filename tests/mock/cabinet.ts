import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { JsonObject } from '../../scripts/base/json.ts';
import { loadText, type TestMock } from './pets.ts';

const FOLDER = resolve(import.meta.dirname, 'cases/cabinet');

/** A description with things that hold others, states, conditions on lists and statements in SQL. */
export function loadCabinet(): Promise<ApiModel> {
  const [text, fixtures] = ['openapi.yaml', 'mock.yaml'].map((name) =>
    readFileSync(`${FOLDER}/${name}`, 'utf8'),
  );
  return loadText(text ?? '', fixtures ?? '', 'cabinet');
}

/** Asks a mock of it; the answer's status stands beside its body. */
export async function askCabinet(
  mock: TestMock,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
  key = 'cabinet_test_key',
): Promise<{ readonly status: number; readonly body: JsonObject }> {
  const { statusCode, body: text } = await mock.inject({
    method,
    url: `/cabinet/v1${path}`,
    headers: { 'x-key': key, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { payload: JSON.stringify(body) }),
  });
  return { status: statusCode, body: text === '' ? {} : (JSON.parse(text) as JsonObject) };
}
