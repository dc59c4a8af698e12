import { append } from '../../base/json-pointer.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { isShutOut, judgeAdmitted } from '../judges/admitted.ts';
import { judgeUnauthenticated } from '../judges/unauthenticated.ts';
import { remarksOf, type Judgement, type PassiveProperty } from './judgement.ts';
import { needsSeveral, type waysOf } from './known-credentials.ts';
import type { RecordedStep } from './recorded-step.ts';
import { shortOf, unlessNeeded, whyUnseen, withProof } from './short-of.ts';
import { shortfallOf } from './shortfall.ts';
import { toldOf } from './told-of.ts';

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
