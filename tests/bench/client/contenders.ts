import { HEY_API } from './contenders/hey-api.ts';
import { KILN } from './contenders/kiln.ts';
import { OPENAPI_FETCH } from './contenders/openapi-fetch.ts';
import { ORVAL } from './contenders/orval.ts';
import type { Contender } from './contenders/place.ts';
import { REDOCLY } from './contenders/redocly.ts';
import { STAINLESS } from './contenders/stainless.ts';

/** All that is compared; ours is the first. */
export const CONTENDERS: readonly Contender[] = [
  KILN,
  HEY_API,
  STAINLESS,
  ORVAL,
  REDOCLY,
  OPENAPI_FETCH,
];
