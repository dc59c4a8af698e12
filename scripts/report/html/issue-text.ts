import type { Cause } from '../../result/causes.ts';
import { findingTitle } from '../../result/finding-title.ts';
import { shellLines } from '../../result/premise.ts';
import { severityOf } from '../../result/severity.ts';
import { renderLocation } from '../../base/source-location.ts';
import { counted } from '../totals.ts';

/** Operations that an issue names. */
const MOST_NAMED = 12;

/** A finding as Markdown, for whoever keeps track of defects. */
export function renderIssue(cause: Cause): string {
  const { first, violations, operations } = cause;
  const { operation, property, proof, curl, premise, replay, id } = first;
  const others = operations.slice(1, MOST_NAMED + 1).map((it) => `\`${it}\``);
  const more = operations.length - 1 - others.length;
  const beside = more > 0 ? `, ${more} more` : '';
  return [
    `**${operation}: ${findingTitle(cause)}**`,
    '',
    `Severity: ${severityOf(cause)}. Property: \`${property}\`. Finding: \`${id}\`.`,
    '',
    `- The contract states: \`${proof.states.replaceAll('`', "'")}\` (\`${renderLocation(proof.location)}\`)`,
    `- Seen: ${proof.seen}`,
    ...proof.claims.map((claim) => `- Who says so: ${claim}`),
    ...(violations.length > 1
      ? [
          `- ${counted(violations.length, 'violation')} with this cause in ${counted(operations.length, 'operation')}${others.length > 0 ? `, also ${others.join(', ')}${beside}` : ''}`,
        ]
      : []),
    '',
    '```sh',
    ...shellLines(premise, curl),
    ...(replay === undefined ? [] : [replay]),
    '```',
  ].join('\n');
}
