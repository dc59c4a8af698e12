import type { Targets } from '../../contract/check-options.ts';
import type { Profiles } from '../../contract/wire/profiles.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { OpinionResult } from '../../result/second-opinion.ts';
import { createMock } from '../../mock/mock.ts';
import { isLocal } from '../contract/is-local.ts';
import { profilesFor } from '../contract/profiles-for.ts';
import type { Io } from '../io.ts';
import { targetsOf } from '../run-all.ts';
import { requireSchemathesis } from './provide-schemathesis.ts';
import { runSchemathesis, type SchemathesisOptions } from './run-schemathesis.ts';

export interface OpinionOptions extends Pick<
  SchemathesisOptions,
  'seed' | 'budget' | 'maxExamples'
> {
  /** Credentials the user gave; none stands for the fixtures'. */
  readonly given: Profiles;
  /** On another machine, whether what may change something is tried. */
  readonly writes: boolean;
  /** The addresses of a server; a mock of our own when left out. */
  readonly targets: Targets | undefined;
}

/**
 * Has Schemathesis test each API, one after the other. Where it is not installed that is a UserError.
 */
export async function gatherOpinions(
  io: Io,
  apis: readonly ApiModel[],
  { targets, given, writes, ...rest }: OpinionOptions,
  onResult: (api: ApiModel, result: OpinionResult) => Promise<void>,
): Promise<void> {
  const program = await requireSchemathesis(io);
  if (targets) {
    const addresses = [...targets.values()];
    const isHere = addresses.every(isLocal);
    for (const api of apis) {
      const opinion = await runSchemathesis(io, api, {
        ...rest,
        program,
        addresses: targets,
        profiles: profilesFor(io, api, { targets: addresses }, given),
        writes: writes || isHere,
        isPaced: !isHere,
        byExample: isHere && given.good.size === 0,
      });
      await onResult(api, opinion);
    }
    return;
  }
  // Nobody learns anything from a mock that refuses requests for their number.
  const mock = await createMock(apis, { clock: { now: io.now }, limits: false, seed: rest.seed });
  try {
    const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
    for (const api of apis) {
      const opinion = await runSchemathesis(io, api, {
        ...rest,
        program,
        addresses: targetsOf(mock, api, origin),
        profiles: profilesFor(io, api, { targets: [], isMock: true }, given),
        writes: true,
        isPaced: false,
        byExample: true,
      });
      await onResult(api, opinion);
    }
  } finally {
    await mock.close();
  }
}
