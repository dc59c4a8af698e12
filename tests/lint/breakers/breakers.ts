import type { Breaker } from './breaker.ts';
import { evidenceArgued, evidenceComplete, factsHold, sectionsCovered } from './evidence.ts';
import {
  deprecationDated,
  descriptionPresent,
  errorEnvelope,
  operationIdVerb,
  portableParameters,
  securityExplicit,
  successSchemaNamed,
  unauthorizedDocumented,
} from './operations.ts';
import { policyReferencesExist, policyStatusDocumented } from './policies.ts';
import {
  dialect202012,
  examplesPresentAndValid,
  ignoreJustified,
  limitsDocumented,
  noNullable,
  partsUsable,
  schemaCompiles,
  schemaSatisfiable,
  versionAsText,
} from './schemas.ts';

/** For each house rule, the mistakes that it must report. */
export const BREAKERS: ReadonlyMap<string, Breaker> = new Map([
  ['deprecation-dated', deprecationDated],
  ['description-present', descriptionPresent],
  ['dialect-2020-12', dialect202012],
  ['error-envelope', errorEnvelope],
  ['evidence-argued', evidenceArgued],
  ['evidence-complete', evidenceComplete],
  ['examples-present-and-valid', examplesPresentAndValid],
  ['facts-hold', factsHold],
  ['ignore-justified', ignoreJustified],
  ['limits-documented', limitsDocumented],
  ['no-nullable', noNullable],
  ['operation-id-verb', operationIdVerb],
  ['parts-usable', partsUsable],
  ['policy-references-exist', policyReferencesExist],
  ['policy-status-documented', policyStatusDocumented],
  ['portable-parameters', portableParameters],
  ['schema-compiles', schemaCompiles],
  ['schema-satisfiable', schemaSatisfiable],
  ['sections-covered', sectionsCovered],
  ['security-explicit', securityExplicit],
  ['success-schema-named', successSchemaNamed],
  ['unauthorized-documented', unauthorizedDocumented],
  ['version-as-text', versionAsText],
]);
