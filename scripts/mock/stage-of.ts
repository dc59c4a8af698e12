import type { ErrorKind } from '../model/policies.ts';
import type { Refusal } from '../refusal/refusal.ts';
import type { Stage } from '../refusal/stage.ts';

const STAGE_OF_KIND = {
  malformed: 'parse',
  invalid: 'schema',
  unauthenticated: 'authenticate',
  forbidden: 'authorise',
  notFound: 'behaviour',
  methodNotAllowed: 'route',
  notAcceptable: 'respond',
  tooLarge: 'bytes',
  unsupportedMediaType: 'media type',
  rateLimited: 'rate limit',
  internal: 'respond',
  unavailable: 'respond',
} as const satisfies Record<ErrorKind, Stage>;

/** The stage that refused: the kind tells, once it is known whether an operation was found. */
export function stageOf({ refused, stage }: Refusal, isRouted: boolean): Stage {
  if (stage !== undefined) return stage;
  if (!isRouted && refused === 'malformed') return 'http';
  if (!isRouted && refused === 'notFound') return 'route';
  return STAGE_OF_KIND[refused];
}
