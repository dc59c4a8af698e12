import type { ApiModel } from '../../model/api-model.ts';
import type { CheckResult, Violation } from '../../result/contract-run.ts';
import type { Dispute } from '../../result/dispute.ts';
import type { Observer } from '../coverage/observe.ts';
import type { PassiveContext, PassiveProperty, Remark } from './judgement.ts';
import { PASSIVE_PROPERTIES } from './passive-properties.ts';

/** Different things that are counted for one finding. */
const MOST_THINGS = 1000;
/** Different things of which it has to be seen where somebody else may explain it. */
const TIMES = 2;

/** A finding, and what still speaks against it. */
interface Found {
  readonly violation: Violation;
  readonly unless: Remark['unless'];
  /** Left out where the first time proves it. */
  doubt: (Omit<NonNullable<Remark['doubt']>, 'about'> & { readonly of: Set<string> }) | undefined;
}

/** What has been counted and found of one property on one operation. */
export interface PassiveTally {
  requests: number;
  dropped: number;
  readonly found: Map<string, Found>;
  readonly disputes: Map<string, Dispute>;
  readonly observer: Observer | undefined;
  /** Why the description says nothing of it; undefined where it does. */
  readonly silent: string | undefined;
}

export function createPassiveTally(
  observer: Observer | undefined,
  silent: string | undefined,
): PassiveTally {
  return { requests: 0, dropped: 0, found: new Map(), disputes: new Map(), observer, silent };
}

/** Whether a remark tells something that its finding does not know yet; counts it where it does not. */
export function isNews({ found }: PassiveTally, id: string, { doubt }: Remark): boolean {
  const known = found.get(id);
  if (!known) return true;
  if (!doubt) {
    if (!known.doubt) return false;
    // What is proven stands in place of what was only likely.
    found.delete(id);
    return true;
  }
  if (known.doubt && known.doubt.of.size < MOST_THINGS) known.doubt.of.add(doubt.about);
  return false;
}

export function keepFound(
  { found }: PassiveTally,
  violation: Violation,
  { doubt, unless }: Remark,
): void {
  const kept = doubt && { ...doubt, of: new Set([doubt.about]) };
  found.set(violation.id, { violation, unless, doubt: kept });
}

/** Why a finding is not proven; undefined where it is. */
function whyOpen({ doubt, unless }: Found): string | undefined {
  const missing = unless?.();
  if (missing !== undefined || !doubt) return missing;
  const { of, times = TIMES, contrary, why } = doubt;
  return of.size >= times && of.size >= contrary() ? undefined : why;
}

/** What came of every property on every operation, and why the recording does not prove some of it. */
export function resultsOf(
  context: PassiveContext,
  tallies: ReadonlyMap<string, PassiveTally>,
): readonly CheckResult[] {
  return context.api.operations.flatMap((operation) =>
    PASSIVE_PROPERTIES.map((property): CheckResult => {
      const tally = tallies.get(`${operation.id} ${property.id}`);
      const shared = {
        operation: operation.id,
        property: property.id,
        requests: property.id === 'conformance' ? (tally?.requests ?? 0) : 0,
        dropped: 0,
        milliseconds: 0,
        disputes: [...(tally?.disputes.values() ?? [])],
        undetermined: [],
        ...(tally?.observer && { sightings: tally.observer.sightings() }),
      };
      const skipped = (reason: string): CheckResult => {
        return { ...shared, outcome: 'skipped', reason, violations: [] };
      };
      const silent = property.unless(context.api, operation);
      const found = [...(tally?.found.values() ?? [])];
      const open = found.filter((it) => whyOpen(it) !== undefined);
      const violations = found.filter((it) => !open.includes(it)).map(({ violation }) => violation);
      if (violations.length > 0) return { ...shared, outcome: 'violated', violations };
      if (silent !== undefined) return skipped(silent);
      if (!tally || tally.requests === 0) return skipped(NO_ANSWER);
      const [first] = open;
      if (first) return skipped(sayOpen(first));
      if (tally.requests === tally.dropped) return skipped(lackOf(context, property, operation));
      return { ...shared, outcome: 'held', violations };
    }),
  );
}

export const NO_ANSWER = 'the recording has no answer of it';

function sayOpen(found: Found): string {
  const { violation, doubt } = found;
  const { message, recorded } = violation;
  const where = recorded ? ` (${recorded.file}:${recorded.line})` : '';
  const times = doubt ? `, seen of ${doubt.of.size}` : '';
  return `${message}${where}${times}: ${whyOpen(found) ?? ''}`;
}

function lackOf(
  context: PassiveContext,
  { lacking }: PassiveProperty,
  operation: ApiModel['operations'][number],
): string {
  return typeof lacking === 'string' ? lacking : lacking(context, operation);
}
