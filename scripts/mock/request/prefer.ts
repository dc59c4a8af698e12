import type { JobOutcome } from '../../model/job-progress.ts';
import { refuse, type Refusal } from '../../refusal/refusal.ts';

/** What a client asks of the mock's answer: the preferences that Prism made customary. */
export interface Preferences {
  readonly code: number | undefined;
  readonly example: string | undefined;
  readonly dynamic: boolean;
  readonly seed: string | undefined;
  /** What a submission will come to. */
  readonly outcome: JobOutcome | undefined;
}

const NO_PREFERENCES: Preferences = {
  code: undefined,
  example: undefined,
  dynamic: false,
  seed: undefined,
  outcome: undefined,
};

/**
 * Reads `Prefer: code=404, example=gone, dynamic=true, seed=7, outcome=failed` (RFC 7240, section 2).
 * Preferences that are not ours are ignored, as the RFC wants; ours are refused when they cannot be
 * meant.
 */
export function parsePrefer(prefer: string | undefined): Preferences | Refusal {
  if (prefer === undefined) return NO_PREFERENCES;
  const given = new Map<string, string>();
  for (const piece of prefer.split(/[,;]/)) {
    const [, name, quoted, plain] = /^\s*([\w-]+)\s*=\s*(?:"([^"]*)"|(\S*))\s*$/.exec(piece) ?? [];
    const key = name?.toLowerCase();
    // The first of a repeated preference counts (RFC 7240, section 2).
    if (key !== undefined && !given.has(key)) given.set(key, quoted ?? plain ?? '');
  }
  const code = given.get('code');
  if (code !== undefined && !/^[1-5]\d\d$/.test(code)) {
    return refuse('invalid', `Prefer: code=${code} is not a status.`, {
      path: ['Prefer'],
      stage: 'respond',
    });
  }
  const dynamic = given.get('dynamic');
  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false') {
    return refuse('invalid', `Prefer: dynamic=${dynamic} is neither true nor false.`, {
      path: ['Prefer'],
      stage: 'respond',
    });
  }
  const outcome = given.get('outcome');
  if (outcome !== undefined && outcome !== 'succeeded' && outcome !== 'failed') {
    return refuse('invalid', `Prefer: outcome=${outcome} is neither succeeded nor failed.`, {
      path: ['Prefer'],
      stage: 'respond',
    });
  }
  return {
    outcome,
    code: code === undefined ? undefined : Number(code),
    example: given.get('example'),
    dynamic: dynamic === 'true',
    seed: given.get('seed'),
  };
}
