import type { InjectOptions } from 'fastify';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { createControllableClock } from '../../scripts/base/clock.ts';
import { createControl, type Control } from '../../scripts/mock/control/control.ts';
import { createJournal, type Journal } from '../../scripts/mock/control/journal.ts';
import type { Mock } from '../../scripts/mock/mock.ts';
import type { MockOptions } from '../../scripts/mock/options.ts';
import { START, startMock, type TestMock } from './pets.ts';

export interface Controlled {
  readonly mock: TestMock;
  readonly control: Control;
  readonly journal: Journal;
  /** Asks the control plane, and tells its status and the JSON it answers. */
  readonly ask: (
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    path: string,
    body?: object,
  ) => Promise<Told>;
}

interface Told {
  readonly status: number;
  // What a test expects in it is its own affair.
  readonly json: unknown;
}

/** A mock and its control plane, on a clock that only the control plane moves. */
export async function startControlled(
  apis: readonly ApiModel[],
  options: { readonly withBodies?: boolean; readonly maxEntries?: number } = {},
  replaced: Partial<Mock> = {},
  behaviour: Partial<MockOptions> = {},
): Promise<Controlled> {
  const clock = createControllableClock({ now: () => START });
  let elapsed = 0;
  const stopwatch = () => (elapsed += 0.25);
  const journal = createJournal({ clock, stopwatch, ...options });
  const mock = await startMock(apis, { clock, watch: journal.watch, ...behaviour });
  const control = await createControl({ mock: { ...mock, ...replaced }, clock, journal });
  return {
    mock,
    control,
    journal,
    async ask(method, url, body) {
      const request: InjectOptions = { method, url, ...(body && { payload: body }) };
      const { statusCode, body: text } = await control.inject(request);
      return { status: statusCode, json: text === '' ? undefined : JSON.parse(text) };
    },
  };
}
