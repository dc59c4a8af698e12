import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { RequestDraft, WitnessStep } from '../../scripts/faults/operator.ts';
import type { Fault } from '../../scripts/faults/fault.ts';
import type { FaultPlan } from '../../scripts/mock/fault-plan.ts';
import { loadText, type TestMock } from './pets.ts';

const FOLDER = resolve(import.meta.dirname, 'cases/kennels');

/** A description in which every fault has a place. */
export function loadKennels(): Promise<ApiModel> {
  return loadText(readCase('openapi.yaml'), readCase('mock.yaml'), 'kennels');
}

function readCase(name: string): string {
  return readFileSync(`${FOLDER}/${name}`, 'utf8');
}

/** A plan of these faults in which no time passes. */
export function planOf(faults: readonly Fault[], more: Partial<FaultPlan> = {}): FaultPlan {
  return { faults, seed: 1, wait: () => Promise.resolve(), ...more };
}

/** An answer, comparable. */
export interface Played {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends the requests of a witness and moves the clock between them. */
export async function play(
  mock: TestMock,
  steps: readonly WitnessStep[],
): Promise<readonly Played[]> {
  const answers: Played[] = [];
  for (const step of steps) {
    if ('wait' in step) {
      mock.clock.at += step.wait;
      continue;
    }
    const previous = answers.at(-1) ?? { status: 0, headers: {}, body: '' };
    const headers = previous.headers as Record<string, string>;
    const draft = 'send' in step ? step.send : step.follow({ ...previous, headers });
    answers.push(await send(mock, draft));
  }
  return answers;
}

async function send(mock: TestMock, draft: RequestDraft): Promise<Played> {
  const { method, path, query, headers, body } = draft;
  const response = await mock.inject({
    method,
    url: `${mock.mounts[0]?.basePath}${path}${query && `?${query}`}`,
    headers,
    ...(body !== undefined && { payload: body }),
  });
  // When an answer comes and how it is framed says nothing of it, unless the connection ends.
  const {
    date: _date,
    connection,
    'content-length': _length,
    'transfer-encoding': _coding,
    ...own
  } = response.headers;
  return {
    status: response.statusCode,
    headers: connection === 'close' ? { ...own, connection } : own,
    body: response.rawPayload.toString('latin1'),
  };
}
