import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import {
  remarksOf,
  type PassiveContext,
  type Judgement,
  type PassiveProperty,
} from './judgement.ts';
import { needsSeveral } from './known-credentials.ts';
import { shortfallOf, type Shortfall } from './shortfall.ts';

/** Why a statement about credentials says nothing of an operation; undefined where it says something. */
export const unlessNeeded = (api: ApiModel, operation: Operation) =>
  needsCredential({ api, operation });

/** A statement about requests that fall short in one way: they are not answered as a success. */
export function shortOf(
  id: string,
  shortfall: Exclude<Shortfall, undefined>,
  how: string,
  title: string,
): PassiveProperty {
  return {
    id,
    title,
    unless: (api, operation) =>
      unlessNeeded(api, operation) ??
      (shortfall === 'partial' && !needsSeveral(operation)
        ? 'no credentials are needed together'
        : undefined),
    lacking: `no request was made ${how}`,
    begin: (context) => (step) => {
      if (unlessNeeded(step.api, step.operation) !== undefined) return 'irrelevant';
      if (shortfallOf(step) !== shortfall) return 'irrelevant';
      if (!isSuccess(step.exchange)) return [];
      const verdict = judgeUnauthenticated(step.api, step.operation, step.exchange, how);
      return withProof(remarksOf(verdict), () => whyUnseen(context, step.operation, shortfall));
    },
  };
}

/** Recorders leave credentials out: only what they keep of others was missing here. */
export function whyUnseen(
  { shown }: PassiveContext,
  { security }: Operation,
  shortfall: Shortfall,
) {
  const names = security.flatMap((it) => [...it.keys()]);
  if (shortfall === 'none') {
    if (!shown.hasCredentials()) return 'the recording shows no credential at all';
    const left = names.find((name) => !shown.keeps(name));
    return left === undefined
      ? undefined
      : `the recording shows no credential for ${left}, so one may have been left out`;
  }
  const unseen = names.find((name) => !shown.letIn.has(name));
  return unseen === undefined
    ? undefined
    : `the recording shows no credential for ${unseen} that was let in, so one may have been left out`;
}

export function withProof(judgement: Judgement, unless: () => string | undefined): Judgement {
  return judgement === 'irrelevant' ? judgement : judgement.map((it) => ({ ...it, unless }));
}
