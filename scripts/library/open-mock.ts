import { createControllableClock } from '../base/clock.ts';
import { nodeIo } from '../cli/io.ts';
import { toFaultPlan } from '../cli/mock-faults.ts';
import type { ApiModel } from '../model/api-model.ts';
import { createMock, type Mock } from '../mock/mock.ts';
import { credentialsOf } from '../wire/credentials.ts';
import { loadSeveral } from './load-description.ts';

/** How a mock behaves; what is left out is as `kiln mock` has it. */
export interface MockBehaviour {
  /** Root of every random choice; 1 when left out. */
  readonly seed?: number;
  /** Plan whose quotas every client has. */
  readonly plan?: string;
  /** `any` takes every credential of the right form, `off` needs none. */
  readonly auth?: 'any' | 'off';
  /** False refuses no request for their number; true when left out. */
  readonly limits?: boolean;
  /** Deviations, each `id@operation`, as `kiln mock --list-faults` prints them. */
  readonly faults?: readonly string[];
}

/** A credential that a mock accepts. */
export interface MockCredential {
  /** Name of the security scheme. */
  readonly scheme: string;
  readonly secret: string;
  readonly plan: string | undefined;
  readonly access: 'read' | 'write';
}

/** A request that a mock has answered, without secrets: no query, no header, no body. */
export interface MockRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Id of the operation; undefined where it was for none. */
  readonly operation: string | undefined;
  /** Why it was refused, such as `invalid` or `rateLimited`; undefined where it was not. */
  readonly refused: string | undefined;
}

/** A mock in this process, however it is asked. */
export interface OpenMock extends AsyncDisposable {
  /** The credentials that it accepts, by the name of the API. */
  readonly credentials: Readonly<Record<string, readonly MockCredential[]>>;
  /** What it has answered, the newest last; the last thousand are kept. */
  readonly requests: () => readonly MockRequest[];
  /** Moves its clock on, by so many milliseconds: windows end, sessions expire, jobs are done. */
  readonly advance: (milliseconds: number) => void;
  /** Forgets what was counted and stored, and what was asked. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Requests that are kept. */
const KEPT = 1000;

/**
 * Makes a mock of a description, or of several. Throws a UserError where one cannot be read or a setting fits none.
 */
export async function openMock(
  descriptions: string | URL | readonly (string | URL)[],
  { limits = true, faults = [], ...others }: MockBehaviour,
): Promise<{ readonly mock: Mock; readonly apis: readonly ApiModel[]; readonly open: OpenMock }> {
  const apis = await loadSeveral(descriptions);
  const clock = createControllableClock({ now: nodeIo.now });
  const answered: MockRequest[] = [];
  const mock = await createMock(apis, {
    ...others,
    clock,
    limits,
    faults: await toFaultPlan(apis, { fault: [...faults], seed: others.seed ?? 1 }),
    onRequest({ method, path, status, operation, refused }) {
      answered.push({ method, path, status, operation, refused });
      if (answered.length > KEPT) answered.shift();
    },
  });
  const close = () => mock.close();
  const open: OpenMock = {
    credentials: Object.fromEntries(apis.map((api) => [api.name, toCredentials(api)])),
    requests: () => [...answered],
    advance: (milliseconds) => clock.advance(milliseconds),
    async reset() {
      answered.length = 0;
      await mock.reset();
    },
    close,
    [Symbol.asyncDispose]: close,
  };
  return { mock, apis, open };
}

function toCredentials(api: ApiModel): MockCredential[] {
  return credentialsOf(api).map(({ scheme, value, plan, access }) => ({
    scheme,
    secret: value,
    plan,
    access,
  }));
}
