import type { Operation } from '../../model/api-model.ts';
import type { Outcome } from '../options.ts';
import type { Ending } from '../service.ts';
import { nameOf, type Fault } from '../../faults/fault.ts';
import { STAGES, type Stage } from '../../refusal/stage.ts';

/** One stage on the way of a request. */
export interface PassedStage {
  readonly stage: Stage;
  readonly verdict: 'passed' | 'refused' | 'not applicable' | 'not reached';
  /** What it found, where there is something to say. */
  readonly says: string | undefined;
}

/** Tells how a request fared at each stage; what came after the refusal was not reached. */
export function toPassedStages({ ending, refusal }: Outcome, end: Stage): readonly PassedStage[] {
  const last = STAGES.indexOf(end);
  return STAGES.map((stage, index): PassedStage => {
    if (refusal && index === last) return { stage, verdict: 'refused', says: refusal.message };
    if (index > last) return { stage, verdict: 'not reached', says: undefined };
    const applies = APPLIES[stage];
    const operation = ending?.operation;
    if (applies && (!operation || !applies(operation, ending))) {
      return { stage, verdict: 'not applicable', says: undefined };
    }
    return { stage, verdict: 'passed', says: ending && SAYS[stage]?.(ending) };
  });
}

const hasBody = ({ body }: Operation) => body !== undefined;

/** Stages that only some operations have. */
const APPLIES: Readonly<
  Partial<Record<Stage, (operation: Operation, ending: Ending | undefined) => boolean>>
> = {
  fault: (_, ending) => (ending?.faults?.length ?? 0) > 0,
  authenticate: ({ security }) => security.length > 0,
  authorise: ({ access, security }) => access !== undefined && security.length > 0,
  'rate limit': ({ rateCategory }, ending) =>
    rateCategory !== undefined && ending?.standing !== undefined,
  bytes: hasBody,
  'media type': hasBody,
  parse: hasBody,
  schema: ({ parameters, body }) => parameters.length > 0 || body !== undefined,
  limits: ({ limits }) => limits.itemBytes !== undefined,
};

const SAYS: Readonly<Partial<Record<Stage, (ending: Ending) => string | undefined>>> = {
  route: ({ operation }) => operation?.id,
  fault: ({ faults = [] }) => faults.map(sayFault).join('; '),
  authenticate: ({ principal }) => (principal ? `as ${principal.id}` : 'without a credential'),
  authorise: ({ operation, principal }) =>
    operation?.access && principal && `${principal.access} access, ${operation.access} is asked`,
  'rate limit': ({ operation, standing }) =>
    standing && `request ${standing.used} of ${standing.limit} in "${operation?.rateCategory}"`,
  behaviour: ({ asks = [] }) =>
    asks.length === 0
      ? undefined
      : `if ${asks.map(({ webhook, url }) => `${webhook.path} to ${new URL(url).origin} is answered ${webhook.veto?.allow}`).join(' and ')}`,
};

/** What is done otherwise, and how often. */
function sayFault(fault: Fault): string {
  const share = fault.share < 1 ? `, for ${fault.share * 100}% of requests` : '';
  return `${nameOf(fault)}: the server ${fault.operator.title}${share}`;
}
