import type { ApiModel, Operation } from '../model/api-model.ts';
import type { Claim, ClaimStatus, EvidenceLedger } from '../model/evidence.ts';
import { arrayOf, objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { valueAt } from '../base/json-pointer.ts';
import {
  claimsBehind,
  renderEvidence,
  renderOtherAccounts,
  weakestStatus,
} from './evidence-notes.ts';
import { joinParagraphs } from './paragraphs.ts';
import { policyNotes, type NoteContext } from './policy-notes.ts';
import { SAMPLE_LABELS, samplesOf, type ClientCall } from './samples/samples-of.ts';

/** Labels of the samples: the renderer drops what its list does not name exactly. */
export const SAMPLE_LANGUAGES = [...SAMPLE_LABELS, 'Payload'] as const;

/** The node of an operation or a webhook with its policies, evidence and a badge for its weakest claim. */
export function annotateOperation(
  shelf: NoteContext,
  operation: Operation,
  document: Json,
): JsonObject {
  const { ledger } = shelf.api;
  const node = objectOf(valueAt(document, operation.pointer));
  const claims = ledger ? claimsOfOperation(node, ledger) : [];
  const status = weakestStatus(claims);
  const badges = [...arrayOf(node['x-badges']), ...(status ? [BADGES[status]] : [])];
  return {
    ...node,
    description: joinParagraphs(
      stringOf(node['description']),
      ...policyNotes(shelf, operation, document),
      ledger && renderEvidence(claims, ledger),
      ledger && renderOtherAccounts(node, ledger),
    ),
    ...(badges.length > 0 && { 'x-badges': badges }),
  };
}

/** Samples of a call; a webhook has none, because its reader does not send it. */
export function sampleOf(api: ApiModel, operation: Operation, clientCall?: ClientCall): JsonObject {
  const written = objectOf(valueAt(api.document, operation.pointer))['x-codeSamples'];
  const samples = samplesOf(api, operation, clientCall).map(({ label, source }) => {
    return { lang: label, label, source };
  });
  return { 'x-codeSamples': written ?? samples };
}

/** The claims of the operation itself, then those of its policies. */
function claimsOfOperation(node: JsonObject, ledger: EvidenceLedger): readonly Claim[] {
  const policies = Object.entries(node).filter(([key]) => POLICIES.has(key));
  const claims = [node, ...policies.map(([, policy]) => policy)].flatMap((it) =>
    claimsBehind(it, ledger),
  );
  return [...new Set(claims)];
}

/** Extensions of an operation that are drawn there and bring claims of their own. */
const POLICIES: ReadonlySet<string> = new Set([
  'x-async',
  'x-limits',
  'x-pagination',
  'x-idempotency',
  'x-conditional',
  'x-veto',
]);

/** Pale grounds, because the renderer's text on them is dark. */
const BADGES: Readonly<Record<ClaimStatus, JsonObject>> = {
  documented: { name: 'documented', color: '#d5ecdd' },
  corroborated: { name: 'corroborated', color: '#d3e9f2' },
  inferred: { name: 'inferred', color: '#fae3bd' },
  contradicted: { name: 'contradicted', color: '#fbd3d0' },
  unstated: { name: 'unstated', color: '#e6e1d9' },
};
