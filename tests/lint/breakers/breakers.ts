import type { Breaker } from './breaker.ts';
import {
  answersArgued,
  evidenceArgued,
  evidenceComplete,
  evidenceIndependent,
  factsHold,
  sectionsCovered,
} from './evidence.ts';
import {
  deprecationDated,
  descriptionPresent,
  errorEnvelope,
  operationIdVerb,
  portableParameters,
  printedPathReachable,
  securityExplicit,
  successSchemaNamed,
  unauthorizedDocumented,
} from './operations.ts';
import { policyReferencesExist, policyStatusDocumented, stateNamesExist } from './policies.ts';
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
  ['answers-argued', answersArgued],
  ['deprecation-dated', deprecationDated],
  ['description-present', descriptionPresent],
  ['dialect-2020-12', dialect202012],
  ['error-envelope', errorEnvelope],
  ['evidence-argued', evidenceArgued],
  ['evidence-complete', evidenceComplete],
  ['evidence-independent', evidenceIndependent],
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
  ['printed-path-reachable', printedPathReachable],
  ['schema-compiles', schemaCompiles],
  ['schema-satisfiable', schemaSatisfiable],
  ['sections-covered', sectionsCovered],
  ['security-explicit', securityExplicit],
  ['state-names-exist', stateNamesExist],
  ['success-schema-named', successSchemaNamed],
  ['unauthorized-documented', unauthorizedDocumented],
  ['version-as-text', versionAsText],
]);
