import type { Operation } from '../../core/api-model.ts';
import type { Outcome } from '../options.ts';
import type { Ending } from '../pipeline.ts';
import { STAGES, type Stage } from '../stages.ts';

/** One stage on the way of a request. */
export interface Step {
  readonly stage: Stage;
  readonly verdict: 'passed' | 'refused' | 'not applicable' | 'not reached';
  /** What it found, where there is something to say. */
  readonly says: string | undefined;
}

/** Tells how a request fared at each stage; what came after the refusal was not reached. */
export function toSteps({ ending, refusal }: Outcome, end: Stage): readonly Step[] {
  const last = STAGES.indexOf(end);
  return STAGES.map((stage, index): Step => {
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
  fault: () => false,
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
  authenticate: ({ principal }) => (principal ? `as ${principal.id}` : 'without a credential'),
  authorise: ({ operation, principal }) =>
    operation?.access && principal && `${principal.access} access, ${operation.access} is asked`,
  'rate limit': ({ operation, standing }) =>
    standing && `request ${standing.used} of ${standing.limit} in "${operation?.rateCategory}"`,
};
