import { ACCESS_PROPERTIES } from './access.ts';
import { ANSWER_PROPERTIES } from './answers.ts';
import { JOB_PROPERTIES } from './jobs.ts';
import type { PassiveProperty } from './judgement.ts';
import { PAGING_PROPERTIES } from './pages.ts';
import { QUOTA_PROPERTIES } from './quotas.ts';
import { REPEAT_PROPERTIES } from './repeats.ts';
import { SESSION_PROPERTIES } from './sessions.ts';
import { SIZE_PROPERTIES } from './sizes.ts';
import { STATE_PROPERTIES } from './state.ts';

/** All that is judged of a recording; pages are looked at after what is remembered of things. */
export const PASSIVE_PROPERTIES: readonly PassiveProperty[] = [
  ...ANSWER_PROPERTIES,
  ...ACCESS_PROPERTIES,
  ...SESSION_PROPERTIES,
  ...SIZE_PROPERTIES,
  ...QUOTA_PROPERTIES,
  ...STATE_PROPERTIES,
  ...PAGING_PROPERTIES,
  ...JOB_PROPERTIES,
  ...REPEAT_PROPERTIES,
];
