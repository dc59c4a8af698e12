/** What falls short for a reason: lines of shortfalls, and what is behind them. */
export interface Exception {
  /** Matched against `document stage: …`. */
  readonly pattern: RegExp;
  readonly why: string;
}

const UNREADABLE = 'An object is documented as a body of a media type that holds none.';
const CLOSED = 'A property is required, and additionalProperties beside allOf allows it nowhere.';
const AMBIGUOUS =
  'Its path fits the template of another operation too, which has more fixed segments.';

export const EXCEPTIONS: readonly Exception[] = [
  {
    pattern: /schema-types\.yaml mock: (?:PUT|PATCH) \/anything\/quirks\/polymorphism /,
    why: 'The body has to be a string and an integer at once: there is no valid request.',
  },
  { pattern: /appcenter\.ms\.json mock: PATCH \S+\/releases\/\{release_id\} /, why: UNREADABLE },
  { pattern: /docs\/v1\.25\.yaml mock: POST \/networks\/\{id\}\/connect /, why: UNREADABLE },
  {
    pattern: /loket\.nl\.json mock: .*no body that it takes/,
    why: 'The only media type of the body has no slash, and so is none.',
  },
  { pattern: /shipengine-openapi\/openapi\.yaml mock: .*no body that it takes/, why: CLOSED },
  { pattern: /outbound\/openapi\.yaml mock: PUT \/bulkTransactions\/\S+ .*no body/, why: CLOSED },
  { pattern: /v2_0_ISO20022\S+ mock: POST \/(?:quotes|transfers) /, why: CLOSED },
  {
    pattern: /vendor-extensions-test\.yaml mock: POST \S+\/defaultsAndConsts /,
    why: 'A required property has to be null and a string at once.',
  },
  {
    pattern: /openapi\.yaml mock: \w+ \/api\/v1\/roles\/\{roleRef\}\/subscriptions/,
    why: 'oneOf offers any text twice, so that no text is valid by exactly one of both.',
  },
  {
    pattern: /petstorev2-complete\.yaml mock: POST \/pet\/\{petId\}\/uploadImage /,
    why: 'The id has to be an integer and a text at once: there is no valid request.',
  },
  { pattern: /mist\.com\.json mock: GET \S+\/\{zone_type\}\/count /, why: AMBIGUOUS },
  {
    pattern: /asteroids neows\.json mock: GET \S+\{id\}\{\.format\} /,
    why: 'Nothing parts the two variables of a segment.',
  },
];
