import type { Violation } from './contract-run.ts';
import { isOfWrongType } from './of-wrong-type.ts';

/** What a violation is like, as a text that is the same for those that have one cause. */
export function kindOfViolation(violation: Violation): string {
  const { property, operation, message, proof } = violation;
  // Whatever was sent, who mends a failure looks at one operation.
  if (isFailure(violation)) return `failure\n${operation}`;
  const family = familyOf(violation);
  const says = inGeneral(message);
  if (family === 'auth') {
    const refusal = /answered (4\d\d), not /.exec(message)?.[1];
    return refusal === undefined ? `${property}\n${says}` : `auth\nrefused by ${refusal}`;
  }
  // Whichever request was refused with it, the answer is what is wrong.
  if (message.startsWith(WRONG_REASON)) return `reason\n${message}`;
  if (breaksShapeOfRefusal(violation)) return `refusal\n${proof.clause}`;
  if (property === 'envelope') return `envelope\n${/answered \d+/.exec(message)?.[0] ?? says}`;
  // In one answer each keyword is a mistake of its own; of requests a server does not check a whole kind.
  const isOfAnswer = /^(?:answers|sends) .* breaks /.test(message);
  return `${property}\n${says}${isOfAnswer ? `\n${ofAnySuccess(proof.clause)}` : ''}`;
}

/** How it is told that a refusal gives the reason of another status, by whatever property. */
const WRONG_REASON = 'refuses with ';

/** Whether the body of a refusal breaks a clause of its schema, as answer of an operation or of none. */
function breaksShapeOfRefusal({ property, message, proof, exchange }: Violation): boolean {
  const status = statusOf({ exchange });
  if (status < 400 || status > 499) return false;
  // What is no JSON at all breaks the policy, and no schema.
  if (property === 'envelope') return !proof.clause.startsWith('#/x-errors');
  return property === 'conformance' && /^answers \d+ with a body that breaks /.test(message);
}

/** A clause of an answer with success, whichever success it is: one schema may be written below each. */
function ofAnySuccess(clause: string): string {
  return clause.replace(/\/responses\/2\d\d\//, '/responses/2xx/');
}

/** Whether a server failed, or gave no answer. */
export function isFailure({ ground, exchange }: Violation): boolean {
  if (ground === 'standard') return false;
  return statusOf({ exchange }) >= 500 || !exchange.response;
}

/** Properties that only have an answer to the operation's own request to judge. */
const OWN_FAMILIES: ReadonlySet<string> = new Set([
  'auth',
  'encoding',
  'envelope',
  'input',
  'limits',
  'media',
]);

/** Properties that say of another form of a valid request what `input.accepted` says of the plain one. */
const SAYING_THE_SAME: ReadonlySet<string> = new Set(['input.respelled', 'media.undocumented']);

/** Whether a violation has nothing to say but what another of its operation says already. */
export function followsFrom(violation: Violation, other: Violation): boolean {
  if (violation === other || violation.operation !== other.operation) return false;
  if (isOfWrongType(violation, other)) return true;
  const status = statusOf(violation);
  const isSame = status === statusOf(other);
  const isPlain = (property: string) =>
    other.property === property && isSame && status >= 400 && status < 500;
  const family = familyOf(violation);
  if (isPlain('conformance') && other.message.endsWith('not documented')) {
    return OWN_FAMILIES.has(family);
  }
  if (isPlain('input.accepted') && SAYING_THE_SAME.has(violation.property)) return true;
  // Who asks for no credential does not look at one either.
  const isLetIn = (it: Violation) => statusOf(it) >= 200 && statusOf(it) < 300;
  return (
    other.property === 'auth.missing' &&
    violation.property !== other.property &&
    family === 'auth' &&
    isLetIn(violation) &&
    isLetIn(other)
  );
}

function familyOf({ property }: Violation): string {
  return property.split('.')[0] ?? property;
}

function statusOf({ exchange }: Pick<Violation, 'exchange'>): number {
  return exchange.response?.status ?? 0;
}

/** A message without what differs from one operation to the next: names of parameters, and which success it is. */
function inGeneral(message: string): string {
  return message
    .replaceAll(/\b(path|query|header|cookie) parameter .+? breaks/g, '$1 parameter breaks')
    .replaceAll(/\b(answers|answered) 2\d\d\b/g, '$1 2xx');
}
