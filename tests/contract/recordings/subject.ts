import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import type { Fault } from '../../../scripts/faults/fault.ts';
import { createMock, type Mock } from '../../../scripts/mock/mock.ts';
import { loadText } from '../../mock/pets.ts';

const FOLDER = resolve(import.meta.dirname, '../../mock/cases/kennels');

/** Seconds of a window and of a session: short, so that recordings of them do not take hours. */
export const WINDOW = 12;
export const LIFETIME = 20;

/** The description in which every fault has a place, with times that can be waited for. */
export async function loadSubject(): Promise<ApiModel> {
  const [description, fixtures] = await Promise.all(
    ['openapi.yaml', 'mock.yaml'].map((name) => readFile(`${FOLDER}/${name}`, 'utf8')),
  );
  const text = (description ?? '')
    .replace('window: 60', `window: ${WINDOW}`)
    .replace('lifetime: 3600', `lifetime: ${LIFETIME}`);
  return await loadText(text, (fixtures ?? '').replace('progress: 10s', 'progress: 1s'), 'kennels');
}

export interface Served {
  readonly mock: Mock;
  /** Where the documented server stands. */
  readonly base: string;
}

/** A mock on a port of its own, with a fault or as it should be. */
export async function serveSubject(api: ApiModel, fault: Fault | undefined): Promise<Served> {
  const faults = fault && {
    faults: [fault],
    seed: 1,
    wait: (milliseconds: number) =>
      new Promise<void>((done) => void setTimeout(done, milliseconds)),
  };
  const mock = await createMock([api], { clock: { now: Date.now }, limits: true, faults });
  const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
  return { mock, base: `${origin}${mock.mounts[0]?.basePath ?? ''}` };
}
