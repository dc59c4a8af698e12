import {
  fixtureProfiles,
  joinProfiles,
  mockProfiles,
  type Profiles,
} from '../../contract/wire/profiles.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { UserError } from '../../base/user-error.ts';
import type { Io } from '../io.ts';
import { isLocal } from './is-local.ts';
import { sayHowToGive } from './missing-credentials.ts';

/** Where a run goes, as far as that decides which credentials are sent there. */
interface Destination {
  readonly targets: readonly string[];
  /** Whether a mock of ours answers there, which knows what every description gives. */
  readonly isMock?: boolean | undefined;
}

/**
 * The credentials to test with. A mock of ours knows its own, which follow from the description. Any other
 * server is sent those given, else the fixtures', which only a server on this machine may be sent.
 */
export function profilesFor(
  io: Io,
  api: ApiModel,
  { targets, isMock = false }: Destination,
  given: Profiles,
): Profiles {
  if (isMock) return joinProfiles(mockProfiles(api, io.now()), given);
  if (given.good.size > 0 || api.securitySchemes.size === 0) return given;
  const distant = targets.find((it) => !isLocal(it));
  if (distant === undefined) return fixtureProfiles(api, io.now());
  const needing = api.operations.filter(
    ({ security }) => security.length > 0 && security.every(({ size }) => size > 0),
  );
  if (needing.length < api.operations.length) return given;
  const names = new Set(
    needing.flatMap(({ security }) => security.flatMap((it) => [...it.keys()])),
  );
  throw new UserError(
    'no-credentials',
    `${new URL(distant).hostname} is not this machine, and no credentials are given`,
    { hint: [...names].map((name) => sayHowToGive(api, name)).join(' ') },
  );
}
