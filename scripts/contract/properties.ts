import { asyncNamed } from './properties/async-named.ts';
import { asyncState } from './properties/async-state.ts';
import { authAccepted } from './properties/auth-accepted.ts';
import { authAltered } from './properties/auth-altered.ts';
import { authAlternative } from './properties/auth-alternative.ts';
import { authChallenge } from './properties/auth-challenge.ts';
import { authExpired } from './properties/auth-expired.ts';
import { authMalformed } from './properties/auth-malformed.ts';
import { authMisplaced } from './properties/auth-misplaced.ts';
import { authMissing } from './properties/auth-missing.ts';
import { authMixed } from './properties/auth-mixed.ts';
import { authOrder } from './properties/auth-order.ts';
import { authOtherScheme } from './properties/auth-other-scheme.ts';
import { authPartial } from './properties/auth-partial.ts';
import { authPublic } from './properties/auth-public.ts';
import { authReadOnly } from './properties/auth-read-only.ts';
import { authReader } from './properties/auth-reader.ts';
import { authSchemeCase } from './properties/auth-scheme-case.ts';
import { authScope } from './properties/auth-scope.ts';
import { authSecondClient } from './properties/auth-second-client.ts';
import { authUnknown } from './properties/auth-unknown.ts';
import { conformance } from './properties/conformance.ts';
import { deprecationHeaders } from './properties/deprecation-headers.ts';
import { encodingMalformed } from './properties/encoding-malformed.ts';
import { envelope } from './properties/envelope.ts';
import { httpConditional } from './properties/http-conditional.ts';
import { httpEntityTag } from './properties/http-entity-tag.ts';
import { httpIdempotencyKey } from './properties/http-idempotency-key.ts';
import { httpIfMatch } from './properties/http-if-match.ts';
import { httpLocation } from './properties/http-location.ts';
import { inputAccepted } from './properties/input-accepted.ts';
import { inputHostile } from './properties/input-hostile.ts';
import { inputRejected } from './properties/input-rejected.ts';
import { inputRespelled } from './properties/input-respelled.ts';
import { inputUnstated } from './properties/input-unstated.ts';
import { limitsBytes } from './properties/limits-bytes.ts';
import { limitsItemBytes } from './properties/limits-item-bytes.ts';
import { limitsItems } from './properties/limits-items.ts';
import { mediaUnacceptable } from './properties/media-unacceptable.ts';
import { mediaUndocumented } from './properties/media-undocumented.ts';
import { mediaUnsupported } from './properties/media-unsupported.ts';
import { methodAllow } from './properties/method-allow.ts';
import { methodHead } from './properties/method-head.ts';
import { methodOptions } from './properties/method-options.ts';
import { methodTrace } from './properties/method-trace.ts';
import { methodUndocumented } from './properties/method-undocumented.ts';
import { pagingLink } from './properties/paging-link.ts';
import { pagingWalk } from './properties/paging-walk.ts';
import { pathUnknown } from './properties/path-unknown.ts';
import { rateHeaders } from './properties/rate-headers.ts';
import { rateQuota } from './properties/rate-quota.ts';
import { sessionEnded } from './properties/session-ended.ts';
import { sessionIssued } from './properties/session-issued.ts';
import { sessionOpens } from './properties/session-opens.ts';
import { sqlReadOnly } from './properties/sql-read-only.ts';
import { sqlRows } from './properties/sql-rows.ts';
import { stateAnswers } from './properties/state-answers.ts';
import { stateFiltered } from './properties/state-filtered.ts';
import { stateHeld } from './properties/state-held.ts';
import { stateInitial } from './properties/state-initial.ts';
import { stateOrdered } from './properties/state-ordered.ts';
import { stateChanged } from './properties/state-changed.ts';
import { stateComposed } from './properties/state-composed.ts';
import { stateNumbered } from './properties/state-numbered.ts';
import { stateRenewed } from './properties/state-renewed.ts';
import { stateOmits } from './properties/state-omits.ts';
import { stateMembers } from './properties/state-members.ts';
import { stateLinked } from './properties/state-linked.ts';
import { stateCut } from './properties/state-cut.ts';
import { statePeriod } from './properties/state-period.ts';
import { stateProtected } from './properties/state-protected.ts';
import { stateUpdatedAll } from './properties/state-updated-all.ts';
import { stateCounted } from './properties/state-counted.ts';
import { stateCreated } from './properties/state-created.ts';
import { stateDefaults } from './properties/state-defaults.ts';
import { stateDeleted } from './properties/state-deleted.ts';
import { stateKinds } from './properties/state-kinds.ts';
import { stateLifetime } from './properties/state-lifetime.ts';
import { stateDistinct } from './properties/state-distinct.ts';
import { stateRefusedWrite } from './properties/state-refused-write.ts';
import { stateRepeatDelete } from './properties/state-repeat-delete.ts';
import { stateRepeatPut } from './properties/state-repeat-put.ts';
import { stateRepeats } from './properties/state-repeats.ts';
import { stateSearched } from './properties/state-searched.ts';
import { stateUpdated } from './properties/state-updated.ts';
import { webhookDelivered } from './properties/webhook-delivered.ts';
import { webhookQuiet } from './properties/webhook-quiet.ts';
import { webhookVeto } from './properties/webhook-veto.ts';
import type { Property } from './property.ts';

/** All properties, in the order in which reports list them. */
export const PROPERTIES: readonly Property[] = [
  conformance,
  envelope,
  pathUnknown,
  inputAccepted,
  inputRejected,
  inputRespelled,
  inputHostile,
  inputUnstated,
  encodingMalformed,
  authAccepted,
  authMissing,
  authMalformed,
  authUnknown,
  authAltered,
  authExpired,
  authPartial,
  authMixed,
  authAlternative,
  authSecondClient,
  authOtherScheme,
  authMisplaced,
  authSchemeCase,
  authReadOnly,
  authReader,
  authScope,
  authPublic,
  authOrder,
  authChallenge,
  sessionIssued,
  sessionOpens,
  sessionEnded,
  limitsItems,
  limitsBytes,
  limitsItemBytes,
  rateHeaders,
  rateQuota,
  methodAllow,
  methodUndocumented,
  methodHead,
  methodOptions,
  methodTrace,
  httpConditional,
  httpEntityTag,
  httpIfMatch,
  httpLocation,
  httpIdempotencyKey,
  mediaUnsupported,
  mediaUnacceptable,
  mediaUndocumented,
  asyncNamed,
  asyncState,
  stateCounted,
  stateDistinct,
  stateDefaults,
  stateCreated,
  stateUpdated,
  stateDeleted,
  stateLifetime,
  stateRepeatPut,
  stateRepeatDelete,
  stateRefusedWrite,
  stateProtected,
  stateInitial,
  stateAnswers,
  stateHeld,
  stateFiltered,
  stateOrdered,
  stateUpdatedAll,
  stateChanged,
  stateComposed,
  stateNumbered,
  stateRenewed,
  stateOmits,
  stateMembers,
  stateLinked,
  stateCut,
  statePeriod,
  stateKinds,
  stateSearched,
  stateRepeats,
  sqlRows,
  sqlReadOnly,
  pagingWalk,
  pagingLink,
  deprecationHeaders,
  webhookDelivered,
  webhookVeto,
  webhookQuiet,
];
