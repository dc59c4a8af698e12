import type { Rule } from './rule.ts';
import { answersArgued } from './rules/answers-argued.ts';
import { deprecationDated } from './rules/deprecation-dated.ts';
import { descriptionPresent } from './rules/description-present.ts';
import { dialect202012 } from './rules/dialect-2020-12.ts';
import { errorEnvelope } from './rules/error-envelope.ts';
import { evidenceArgued } from './rules/evidence-argued.ts';
import { evidenceComplete } from './rules/evidence-complete.ts';
import { evidenceIndependent } from './rules/evidence-independent.ts';
import { examplesPresentAndValid } from './rules/examples-present-and-valid.ts';
import { factsHold } from './rules/facts-hold.ts';
import { limitsDocumented } from './rules/limits-documented.ts';
import { noNullable } from './rules/no-nullable.ts';
import { operationIdVerb } from './rules/operation-id-verb.ts';
import { partsUsable } from './rules/parts-usable.ts';
import { policyReferencesExist } from './rules/policy-references-exist.ts';
import { policyStatusDocumented } from './rules/policy-status-documented.ts';
import { portableParameters } from './rules/portable-parameters.ts';
import { printedPathReachable } from './rules/printed-path-reachable.ts';
import { schemaCompiles } from './rules/schema-compiles.ts';
import { schemaSatisfiable } from './rules/schema-satisfiable.ts';
import { sectionsCovered } from './rules/sections-covered.ts';
import { securityExplicit } from './rules/security-explicit.ts';
import { stateNamesExist } from './rules/state-names-exist.ts';
import { successSchemaNamed } from './rules/success-schema-named.ts';
import { unauthorizedDocumented } from './rules/unauthorized-documented.ts';
import { versionAsText } from './rules/version-as-text.ts';

/** The house rules: what Redocly cannot know. rules/README.md explains each. */
export const RULES: readonly Rule[] = [
  answersArgued,
  deprecationDated,
  descriptionPresent,
  dialect202012,
  errorEnvelope,
  evidenceArgued,
  evidenceComplete,
  evidenceIndependent,
  examplesPresentAndValid,
  factsHold,
  limitsDocumented,
  noNullable,
  operationIdVerb,
  partsUsable,
  policyReferencesExist,
  policyStatusDocumented,
  portableParameters,
  printedPathReachable,
  schemaCompiles,
  schemaSatisfiable,
  sectionsCovered,
  securityExplicit,
  stateNamesExist,
  successSchemaNamed,
  unauthorizedDocumented,
  versionAsText,
];
