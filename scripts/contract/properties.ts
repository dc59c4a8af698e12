import { authAlternative } from './properties/auth-alternative.ts';
import { authExpired } from './properties/auth-expired.ts';
import { authMalformed } from './properties/auth-malformed.ts';
import { authMissing } from './properties/auth-missing.ts';
import { authPartial } from './properties/auth-partial.ts';
import { authReadOnly } from './properties/auth-read-only.ts';
import { authUnknown } from './properties/auth-unknown.ts';
import { conformance } from './properties/conformance.ts';
import { envelope } from './properties/envelope.ts';
import { inputAccepted } from './properties/input-accepted.ts';
import { inputRejected } from './properties/input-rejected.ts';
import { limitsBytes } from './properties/limits-bytes.ts';
import { limitsItems } from './properties/limits-items.ts';
import { mediaUnsupported } from './properties/media-unsupported.ts';
import { methodAllow } from './properties/method-allow.ts';
import { rateQuota } from './properties/rate-quota.ts';
import type { Property } from './property.ts';

/** All properties, in the order in which reports list them. */
export const PROPERTIES: readonly Property[] = [
  conformance,
  envelope,
  inputAccepted,
  inputRejected,
  authMissing,
  authMalformed,
  authUnknown,
  authExpired,
  authPartial,
  authAlternative,
  authReadOnly,
  limitsItems,
  limitsBytes,
  rateQuota,
  methodAllow,
  mediaUnsupported,
];
