import type { Operator } from './operator.ts';
import { ADMITTING_OPERATORS } from './operators/admitting-access.ts';
import { BODY_OPERATORS } from './operators/bodies.ts';
import { DEFAULT_OPERATORS } from './operators/defaults.ts';
import { ENCODING_OPERATORS } from './operators/encodings.ts';
import { ENVELOPE_OPERATORS } from './operators/envelopes.ts';
import { HEADER_OPERATORS } from './operators/headers.ts';
import { INCOMPLETE_OPERATORS } from './operators/incomplete-inputs.ts';
import { ACCEPTING_OPERATORS } from './operators/accepting-inputs.ts';
import { ASKED_METHOD_OPERATORS } from './operators/asked-methods.ts';
import { KEY_OPERATORS } from './operators/keys.ts';
import { LOCATION_OPERATORS } from './operators/locations.ts';
import { MATCH_OPERATORS } from './operators/match.ts';
import { REFUSED_WRITE_OPERATORS } from './operators/refused-writes.ts';
import { REPEATED_PUT_OPERATORS } from './operators/repeated-puts.ts';
import { TAG_OPERATORS } from './operators/entity-tags.ts';
import { VALUE_OPERATORS } from './operators/written-values.ts';
import { MEMBER_OPERATORS } from './operators/members.ts';
import { SHOWN_OPERATORS } from './operators/shown-things.ts';
import { TOLD_OPERATORS } from './operators/told-things.ts';
import { METHOD_OPERATORS } from './operators/methods.ts';
import { NETWORK_OPERATORS } from './operators/network.ts';
import { NEXT_OPERATORS } from './operators/next-pages.ts';
import { NULL_OPERATORS } from './operators/nulls.ts';
import { PAGE_ITEM_OPERATORS } from './operators/page-items.ts';
import { PAGING_OPERATORS } from './operators/paging.ts';
import { LIFECYCLE_OPERATORS, PROGRESS_OPERATORS } from './operators/progress.ts';
import { RATE_OPERATORS } from './operators/rates.ts';
import { ACCESS_OPERATORS } from './operators/other-access.ts';
import { EXCLUDING_OPERATORS } from './operators/excluding-access.ts';
import { SESSION_OPERATORS } from './operators/sessions.ts';
import { SIZE_OPERATORS } from './operators/sizes.ts';
import { ASKED_LIST_OPERATORS } from './operators/asked-lists.ts';
import { SEVERAL_KINDS_OPERATORS } from './operators/several-kinds.ts';
import { REPEATS_OPERATORS } from './operators/repeats.ts';
import { MADE_OPERATORS } from './operators/made-things.ts';
import { STATEMENT_OPERATORS } from './operators/statements.ts';
import { LIST_OPERATORS } from './operators/lists.ts';
import { STATE_OPERATORS } from './operators/state.ts';
import { STATUS_OPERATORS } from './operators/statuses.ts';
import { REFUSING_OPERATORS } from './operators/refusing-inputs.ts';
import { WRITE_ONLY_OPERATORS } from './operators/write-only.ts';
import { WRITING_OPERATORS } from './operators/written-inputs.ts';
import { WHOLE_BODY_OPERATORS } from './operators/whole-bodies.ts';
import { WEBHOOK_OPERATORS } from './operators/webhooks.ts';

/** All operators. Their ids are stable: reports and command lines name them. */
export const OPERATORS: readonly Operator[] = [
  ...BODY_OPERATORS,
  ...WRITE_ONLY_OPERATORS,
  ...WHOLE_BODY_OPERATORS,
  ...STATUS_OPERATORS,
  ...HEADER_OPERATORS,
  ...METHOD_OPERATORS,
  ...ASKED_METHOD_OPERATORS,
  ...ACCEPTING_OPERATORS,
  ...INCOMPLETE_OPERATORS,
  ...REFUSING_OPERATORS,
  ...WRITING_OPERATORS,
  ...ADMITTING_OPERATORS,
  ...EXCLUDING_OPERATORS,
  ...ACCESS_OPERATORS,
  ...ENVELOPE_OPERATORS,
  ...SIZE_OPERATORS,
  ...RATE_OPERATORS,
  ...SESSION_OPERATORS,
  ...PROGRESS_OPERATORS,
  ...LIFECYCLE_OPERATORS,
  ...STATE_OPERATORS,
  ...DEFAULT_OPERATORS,
  ...VALUE_OPERATORS,
  ...REFUSED_WRITE_OPERATORS,
  ...REPEATED_PUT_OPERATORS,
  ...LOCATION_OPERATORS,
  ...LIST_OPERATORS,
  ...MADE_OPERATORS,
  ...TOLD_OPERATORS,
  ...MEMBER_OPERATORS,
  ...ASKED_LIST_OPERATORS,
  ...SHOWN_OPERATORS,
  ...SEVERAL_KINDS_OPERATORS,
  ...REPEATS_OPERATORS,
  ...STATEMENT_OPERATORS,
  ...PAGING_OPERATORS,
  ...PAGE_ITEM_OPERATORS,
  ...NEXT_OPERATORS,
  ...KEY_OPERATORS,
  ...TAG_OPERATORS,
  ...MATCH_OPERATORS,
  ...WEBHOOK_OPERATORS,
  ...ENCODING_OPERATORS,
  ...NULL_OPERATORS,
  ...NETWORK_OPERATORS,
];
