import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { isShutOut, judgeAdmitted } from '../judges/admitted.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import {
  remarksOf,
  type PassiveContext,
  type Judgement,
  type PassiveProperty,
} from './judgement.ts';
import { needsSeveral, waysOf } from './known-credentials.ts';
import type { RecordedStep } from './recorded-step.ts';
import { isStandIn } from './stand-in.ts';
import { shortfallOf, type Shortfall } from './shortfall.ts';

const unlessNeeded = (api: ApiModel, operation: Operation) => needsCredential({ api, operation });

/** A statement about requests that fall short in one way: they are not answered as a success. */
function shortOf(
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
function whyUnseen({ shown }: PassiveContext, { security }: Operation, shortfall: Shortfall) {
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

function withProof(judgement: Judgement, unless: () => string | undefined): Judgement {
  return judgement === 'irrelevant' ? judgement : judgement.map((it) => ({ ...it, unless }));
}

/** A statement about requests with credentials about which somebody has told something. */
function toldOf(
  property: Pick<PassiveProperty, 'id' | 'title'> & {
    readonly kind: string;
    readonly isAt?: (operation: Operation) => boolean;
    readonly isMeant: (
      ways: NonNullable<ReturnType<typeof waysOf>>,
      operation: Operation,
    ) => boolean;
    readonly begin: () => (step: RecordedStep) => Judgement;
  },
): PassiveProperty {
  const { id, title, kind, isAt = () => true, isMeant, begin } = property;
  return {
    id,
    title,
    unless: (api, operation) =>
      unlessNeeded(api, operation) ??
      (isAt(operation) ? undefined : 'nothing is documented of that (`x-access`)'),
    lacking: ({ shown }) =>
      shown.hidesSecrets()
        ? 'the recording hides its credentials'
        : `no request was made with ${kind}, as far as anybody has told (--credentials)`,
    begin({ known }) {
      const judge = begin();
      return (step) => {
        if (unlessNeeded(step.api, step.operation) !== undefined) return 'irrelevant';
        if (!isAt(step.operation) || [...step.presented.values()].some(isStandIn))
          return 'irrelevant';
        const ways = waysOf(known, step);
        if (!ways || ways.length === 0 || !isMeant(ways, step.operation)) return 'irrelevant';
        return judge(step);
      };
    },
  };
}

/** Refusals of an operation that is never answered with success, after which no single thing explains them. */
const REFUSED = 3;

/** Who is let in must not be turned away; whom 403 refuses is refused for what it is about, unless that is always so. */
function admit(how: string): (step: RecordedStep) => Judgement {
  const admitted = new Set<string>();
  return ({ api, operation, exchange, location }) => {
    const status = exchange.response?.status;
    if (isSuccess(exchange)) admitted.add(operation.id);
    if (status === undefined || !isShutOut(operation, status)) return [];
    const remarks = remarksOf(judgeAdmitted(api, operation, exchange, how));
    if (remarks === 'irrelevant' || status === statusOfRefusal(operation, 'unauthenticated'))
      return remarks;
    const why = 'what the request is about may be closed to this client';
    const contrary = () => (admitted.has(operation.id) ? Infinity : 0);
    const doubt = { about: String(location.line), why, contrary, times: REFUSED };
    return remarks.map((it) => ({ ...it, doubt }));
  };
}

/** A success where there must be a refusal. */
function shutOut(how: string): (step: RecordedStep) => Judgement {
  return ({ api, operation, exchange }) =>
    isSuccess(exchange) ? remarksOf(judgeUnauthenticated(api, operation, exchange, how)) : [];
}

/** Statements about who may do what. */
export const ACCESS_PROPERTIES: readonly PassiveProperty[] = [
  shortOf(
    'auth.missing',
    'none',
    'without a credential',
    'a request without a credential is not answered as a success',
  ),
  shortOf(
    'auth.malformed',
    'malformed',
    'with a malformed credential',
    'a credential that cannot be read is not answered as a success',
  ),
  shortOf(
    'auth.partial',
    'partial',
    'with a part of what is needed',
    'a part of the credentials that are needed together is not answered as a success',
  ),
  shortOf(
    'auth.other-scheme',
    'other',
    'with the credential of another scheme',
    'the credential of another scheme is not answered as a success',
  ),
  {
    id: 'auth.order',
    title: 'a stranger is told that it is one, and not what else is wrong with the request',
    unless: (api, operation) =>
      unlessNeeded(api, operation) ??
      (operation.errors.unauthenticated ? undefined : 'nothing is documented about strangers'),
    lacking: 'no request was wrong and without a credential',
    begin: (context) => (step) => {
      const { api, operation, exchange } = step;
      if (unlessNeeded(api, operation) !== undefined || !operation.errors.unauthenticated)
        return 'irrelevant';
      if (shortfallOf(step) !== 'none' || isSuccess(exchange)) return 'irrelevant';
      const isBroken = step.parts().some(({ breaches }) => breaches.length > 0);
      const invalid = [400, 422, operation.errors.invalid?.status];
      if (!isBroken) return 'irrelevant';
      if (!invalid.includes(exchange.response?.status)) return [];
      const how = 'that is invalid and without a credential';
      const remarks = remarksOf(judgeUnauthenticated(api, operation, exchange, how));
      return withProof(remarks, () => whyUnseen(context, operation, 'none'));
    },
  },
  {
    id: 'auth.public',
    title: 'an operation that needs no credential answers a request without one',
    unless: ({ policies }, { id, security }) => {
      if (security.length > 0 && security.every(({ size }) => size > 0))
        return 'the operation needs a credential';
      return policies.session?.issuedBy === id ? 'it issues the credential' : undefined;
    },
    lacking: 'no request was made without a credential',
    begin: () => (step) => {
      const { operation, api, presented, exchange } = step;
      const isPublic =
        operation.security.length === 0 || operation.security.some((it) => it.size === 0);
      if (!isPublic || api.policies.session?.issuedBy === operation.id || presented.size > 0)
        return 'irrelevant';
      const status = exchange.response?.status;
      if (status !== statusOfRefusal(operation, 'unauthenticated')) return [];
      // A login of any kind may be told that its password is wrong.
      if (operation.body) return 'irrelevant';
      return remarksOf(judgeAdmitted(api, operation, exchange, 'without a credential'));
    },
  },
  toldOf({
    id: 'auth.accepted',
    title: 'a good credential is accepted',
    kind: 'a credential that is known to be good',
    isMeant: (ways, { access }) =>
      ways.some((it) => isGood(it) && (it.access === 'write' || access === undefined)),
    begin: () => admit('with a good credential'),
  }),
  toldOf({
    id: 'auth.reader',
    title: 'a credential that may only read is accepted where something is read',
    kind: 'a read-only credential',
    isAt: ({ access }) => access === 'read',
    isMeant: (ways) => ways.some((it) => isGood(it) && it.access === 'read'),
    begin: () => admit('with a credential that may only read'),
  }),
  toldOf({
    id: 'auth.read-only',
    title: 'a credential that may only read is refused where something is written',
    kind: 'a read-only credential',
    isAt: (operation) =>
      operation.access === 'write' && statusOfRefusal(operation, 'forbidden') >= 400,
    isMeant: (ways) => ways.every(({ access }) => access === 'read'),
    begin:
      () =>
      ({ operation, exchange }) => {
        const wanted = statusOfRefusal(operation, 'forbidden');
        const status = exchange.response?.status;
        if (!isSuccess(exchange)) return [];
        return [
          {
            message: `a read-only credential is answered ${status}, not ${wanted}`,
            clause: append(operation.pointer, 'x-access'),
            states: 'x-access: write',
            seen: `a credential that may only read, and the answer is ${status}`,
          },
        ];
      },
  }),
  toldOf({
    id: 'auth.expired',
    title: 'a credential that has expired is refused',
    kind: 'an expired credential',
    isMeant: (ways) => ways.every(({ isExpired }) => isExpired),
    begin: () => shutOut('with an expired credential'),
  }),
  toldOf({
    id: 'auth.mixed',
    title: 'credentials that are needed together must be of one client',
    kind: 'halves of two pairs',
    isAt: needsSeveral,
    isMeant: (ways) => ways.every(({ isOne }) => !isOne),
    begin: () => shutOut('with halves of two pairs'),
  }),
];

function isGood(way: NonNullable<ReturnType<typeof waysOf>>[number]): boolean {
  return way.isOne && !way.isExpired && way.hasScopes;
}
