import { authMissing } from './properties/auth-missing.ts';
import { authUnknown } from './properties/auth-unknown.ts';
import { conformance } from './properties/conformance.ts';
import { envelope } from './properties/envelope.ts';
import { inputAccepted } from './properties/input-accepted.ts';
import { inputRejected } from './properties/input-rejected.ts';
import { limitsItems } from './properties/limits-items.ts';
import type { Property } from './property.ts';

/** All properties, in the order in which reports list them. */
export const PROPERTIES: readonly Property[] = [
  conformance,
  envelope,
  inputAccepted,
  inputRejected,
  authMissing,
  authUnknown,
  limitsItems,
];
