import type { Known } from './baseline.ts';
import type { Cause } from './causes.ts';
import type { Violation } from './contract-run.ts';
import type { Dispute } from './dispute.ts';
import type { Note } from './notes.ts';
import { needsOf, premiseLines } from './premise.ts';
import type { Undecided } from './undetermined.ts';
import { renderLocation } from '../base/source-location.ts';

/** Characters of a label and the space after it. */
const LABEL = 8;

/**
 * A violation as a few lines of text: what is wrong, the clause with its handwritten line, what was
 * seen on the wire, who says that it must not be so, and how to see it again.
 */
export function renderViolation(violation: Violation): string {
  const { operation, property, message, proof, curl, replay, id } = violation;
  const { clause, location, line, states, seen, claims } = proof;
  return [
    `${operation}  ${property}  ${message}`,
    `  clause  ${renderLocation(location)}  ${states}`,
    // A keyword on a line of its own is told above already.
    ...(line === '' || line === states ? [] : [`  line    ${line}`]),
    `  at      ${clause}`,
    `  seen    ${seen}`,
    ...claims.map((claim) => `  claim   ${claim}`),
    ...(violation.recorded ? [`  from    ${renderLocation(violation.recorded)}`] : []),
    ...(violation.known ? [`  known   ${renderKnown(violation.known)}`] : []),
    ...premiseLines(violation.premise, curl).map(
      ({ label, text }) => `  ${label.padEnd(LABEL)}${text}`,
    ),
    `  again   ${curl}`,
    replay === undefined ? `  id      ${id}` : `  replay  ${replay}`,
  ].join('\n');
}

/** A finding: the violation that shows it best, and in which operations and properties it shows besides. */
export function renderCause({ first, violations, operations, properties }: Cause): string {
  if (violations.length === 1) return renderViolation(first);
  const others = operations.slice(1);
  const more = `${violations.length - 1} more ${violations.length === 2 ? 'violation' : 'violations'}`;
  const where = others.length > 0 ? `also in ${counted(others)}` : 'in the same operation';
  const counts = properties.map((id) => {
    const own = violations.filter(({ property }) => property === id).length;
    return own === 1 ? id : `${id} ${own}`;
  });
  return [
    renderViolation(first),
    `  same    ${more} with this cause, ${where}`,
    ...(properties.length > 1 ? [`  as      ${counts.join(', ')}`] : []),
  ].join('\n');
}

/** What a baseline says of a violation: until when it is excused, who answers for it, and why. */
export function renderKnown({ state, owner, reason, expires, location }: Known): string {
  const until = state === 'known' ? `until ${expires}` : `no longer: expired on ${expires}`;
  return `${until}, ${owner}: ${reason} (${renderLocation(location)})`;
}

/** What the two validators disagree on, in one line: nobody is blamed for it. */
export function renderDispute({
  operation,
  property,
  location,
  clause,
  message,
  exchanges,
}: Dispute): string {
  const times = exchanges === 1 ? 'once' : `${exchanges} times`;
  return `${operation}  ${property}  disputed ${times}: ${message}  ${renderLocation(location)}  ${clause}`;
}

/** Operations that are named where several have the same to show. */
const MOST_NAMED = 3;

/** What breaks a standard alone, in one line: `method.head  HEAD is …  5 operations: a, b, c, …  for instance: curl …`. */
export function renderNote({ property, message, operations, first }: Note): string {
  const { states, seen } = first.proof;
  return `${property}  ${message}  ${counted(operations)}  ${states}; seen: ${seen}  again${needsOf(first.premise)}: ${first.curl}`;
}

/** What nobody could tell, in one line. */
export function renderUndecided({ property, reason, operations, exchanges }: Undecided): string {
  const times = exchanges === 1 ? 'once' : `${exchanges} times`;
  return `${property}  ${reason}  ${times}, ${counted(operations)}`;
}

function counted(operations: readonly string[]): string {
  if (operations.length === 1) return operations[0] ?? '';
  const named = operations.slice(0, MOST_NAMED).join(', ');
  const more = operations.length > MOST_NAMED ? ', …' : '';
  return `${operations.length} operations: ${named}${more}`;
}
