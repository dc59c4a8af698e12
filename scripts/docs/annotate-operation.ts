import type { ApiModel, Operation } from '../core/api-model.ts';
import type { ClaimStatus } from '../core/evidence.ts';
import { arrayOf, objectOf, stringOf, type Json, type JsonObject } from '../core/json.ts';
import { parentOf, valueAt } from '../core/json-pointer.ts';
import { renderCurl } from './curl-sample.ts';
import { claimsOf, renderEvidence, weakestStatus } from './evidence-notes.ts';
import { joinParagraphs } from './paragraphs.ts';
import { quotaWords, windowWords } from './rate-words.ts';

/** Labels of the samples: the renderer drops what its list does not name exactly. */
export const SAMPLE_LANGUAGES = ['curl', 'Payload'] as const;

/** The operation's node with limits, evidence, a badge for its weakest claim, and a sample. */
export function annotateOperation(api: ApiModel, operation: Operation, document: Json): JsonObject {
  const node = objectOf(valueAt(document, operation.pointer));
  const claims = api.ledger ? claimsOf(node, api.ledger) : [];
  const status = weakestStatus(claims);
  const badges = [...arrayOf(node['x-badges']), ...(status ? [BADGES[status]] : [])];
  return {
    ...node,
    description: joinParagraphs(
      stringOf(node['description']),
      renderVariants(node, objectOf(valueAt(document, parentOf(operation.pointer)))),
      renderLimits(api, operation),
      api.ledger && renderEvidence(claims, api.ledger),
    ),
    ...(badges.length > 0 && { 'x-badges': badges }),
    'x-codeSamples': node['x-codeSamples'] ?? [
      { lang: 'curl', label: 'curl', source: renderCurl(api, operation) },
    ],
  };
}

/** Pale grounds, because the renderer's text on them is dark. */
const BADGES: Readonly<Record<ClaimStatus, JsonObject>> = {
  documented: { name: 'documented', color: '#d5ecdd' },
  corroborated: { name: 'corroborated', color: '#d3e9f2' },
  inferred: { name: 'inferred', color: '#fae3bd' },
  contradicted: { name: 'contradicted', color: '#fbd3d0' },
  unstated: { name: 'unstated', color: '#e6e1d9' },
};

/** Other spellings of the path in the documents: `x-documented-as`, here or on the path. */
function renderVariants(node: JsonObject, pathItem: JsonObject): string | undefined {
  const printed = node['x-documented-as'] ?? pathItem['x-documented-as'];
  const variants = typeof printed === 'string' ? [printed] : arrayOf(printed).map(String);
  if (variants.length === 0) return undefined;
  return `**Also printed as** ${variants.map((variant) => `\`${variant}\``).join(', ')}`;
}

function renderLimits({ policies }: ApiModel, { rateCategory }: Operation): string | undefined {
  const { rateLimits } = policies;
  const quotas = rateCategory === undefined ? undefined : rateLimits?.quotas[rateCategory];
  if (!rateLimits || !quotas) return undefined;
  const { window, partition } = rateLimits;
  const figures = Object.entries(quotas).map(([plan, quota]) => `${quotaWords(quota)} on ${plan}`);
  return (
    `**Limits** Requests ${windowWords(window)} and ${partition}: ` +
    `${figures.join(', ')} (counted as \`${rateCategory}\`)`
  );
}
