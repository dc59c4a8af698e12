import type { Finding, TesterName } from './outcome.ts';

/** What a finding is about, whoever found it: only so can those of two testers be counted alike. */
const FINDING_KINDS = [
  'crash',
  'no answer',
  'status',
  'media type',
  'body',
  'header',
  'accepted',
  'refused',
  'credentials',
  'method',
  'path',
  'state',
  'limits',
  'other',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** By the property of ours, or its family. */
const OURS: Readonly<Record<string, FindingKind>> = {
  conformance: 'media type',
  envelope: 'body',
  'input.accepted': 'refused',
  'input.respelled': 'refused',
  'input.unstated': 'refused',
  'input.rejected': 'accepted',
  encoding: 'accepted',
  limits: 'limits',
  rate: 'limits',
  media: 'media type',
  'media.unsupported': 'accepted',
  auth: 'credentials',
  session: 'credentials',
  method: 'method',
  path: 'path',
  state: 'state',
  paging: 'state',
};

/** By the check of Schemathesis. */
const THEIRS: Readonly<Record<string, FindingKind>> = {
  not_a_server_error: 'crash',
  status_code_conformance: 'status',
  content_type_conformance: 'media type',
  response_headers_conformance: 'header',
  response_schema_conformance: 'body',
  negative_data_rejection: 'accepted',
  positive_data_acceptance: 'refused',
  missing_required_header: 'accepted',
  unsupported_method: 'method',
  use_after_free: 'state',
  ensure_resource_availability: 'state',
  ignored_auth: 'credentials',
};

/** What an answer of 5xx is about does not depend on who asked; 501 and the like are statuses. */
function isCrash(status: number | undefined): boolean {
  return status !== undefined && status >= 500 && status !== 501 && status !== 503;
}

/** What is said of an answer whoever asked for it; a check of one thing often comes upon another. */
const SAID: readonly (readonly [RegExp, FindingKind])[] = [
  [/^sends the header|header .* is missing/i, 'header'],
  [/with a body that breaks/i, 'body'],
  [/which is not documented/i, 'status'],
  [/^a valid request is answered/i, 'refused'],
];

function kindOfProperty(property: string, message: string, status?: number): FindingKind {
  if (isCrash(status)) return 'crash';
  if (status === undefined) return 'no answer';
  const [, said] = SAID.find(([pattern]) => pattern.test(message)) ?? [];
  const [family = ''] = property.split('.', 1);
  return said ?? OURS[property] ?? OURS[family] ?? 'other';
}

function kindOfCheck(check: string, status?: number): FindingKind {
  if (isCrash(status)) return 'crash';
  if (status === undefined) return 'no answer';
  return THEIRS[check] ?? 'other';
}

export function kindOf(tester: TesterName, { check, message, status }: Finding): FindingKind {
  return tester === 'Kiln' ? kindOfProperty(check, message, status) : kindOfCheck(check, status);
}
