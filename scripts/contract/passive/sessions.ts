import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { cookieIn, issuerOf, needsSession, SESSION, tokenIn } from '../flows/session.ts';
import { isShutOut } from '../judges/admitted.ts';
import { judgeUnauthenticated } from '../judges/unauthenticated.ts';
import { judgeIssued, sessionIssued } from '../properties/session-issued.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { unlessKept } from './answers.ts';
import {
  remarksOf,
  type PassiveContext,
  type Judgement,
  type PassiveProperty,
} from './judgement.ts';
import { createLru, type Lru } from './lru.ts';
import { isAfter, type RecordedStep } from './recorded-step.ts';
import { isStandIn, isStandInText } from './stand-in.ts';

/** What is known of a session that was issued within a recording; times in milliseconds. */
interface Session {
  /** Between these two it was issued. */
  readonly asked: number;
  readonly issued: number;
  /** Since when nobody has used it. */
  idle: number;
  /** Set when something was sent in it that may have ended it: who writes may log out. */
  mayBeOver: boolean;
  /** When it was ended by an operation that says so; undefined where none has. */
  ended: number | undefined;
}

/** Sessions that are remembered at once. */
const MOST_SESSIONS = 10_000;
/** Seconds that two clocks, or a server that rounds, may differ by. */
const TOLERANCE = 2;
/** The part of its lifetime that a session lasts for certain. */
const SURELY = 0.95;

const unlessSession = (api: ApiModel, operation: Operation) => needsSession({ api, operation });

/** Follows the sessions of a recording, from the answer that issues them. */
function followSessions(
  judge: (step: RecordedStep, session: Session, context: PassiveContext) => Judgement,
): PassiveProperty['begin'] {
  return (context) => {
    const sessions = createLru<Session>(MOST_SESSIONS);
    const latest = createLru<Session>(MOST_SESSIONS);
    return (step) => {
      const { api, exchange } = step;
      const session = sessionOf(sessions, step);
      const judgement = session ? judge(step, session, context) : 'irrelevant';
      if (session) use(session, step);
      // Whatever answer sets the cookie anew issues a session (RFC 6265, section 5.3).
      const token = isIssuing(step)
        ? tokenIn(api, exchange)
        : exchange.response && cookieIn(api, exchange.response)?.value;
      const issued = token === undefined ? undefined : issuedBy(step, token);
      if (token === undefined || !issued) return judgement;
      // What takes the place of a session, or who logs in again, may end what was before.
      const key = loginOf(step);
      const former = isIssuing(step) ? latest.get(key) : session;
      if (former && former !== sessions.get(keyOf(step, token))) former.mayBeOver = true;
      sessions.set(keyOf(step, token), issued);
      if (isIssuing(step)) latest.set(key, issued);
      return judgement;
    };
  };
}

/** A session that begins; undefined where nothing tells which, or when. */
function issuedBy({ began, ended }: RecordedStep, token: string): Session | undefined {
  if (token === '' || isStandInText(token) || began === undefined || ended === undefined)
    return undefined;
  return { asked: began, issued: ended, idle: ended, mayBeOver: false, ended: undefined };
}

/** Who logs in, as far as the request tells. */
function loginOf({ base, who = '', exchange: { request } }: RecordedStep): string {
  return [base, who, request.url, request.body ?? ''].join('\n');
}

function isIssuing({ api, operation, exchange }: RecordedStep): boolean {
  return issuerOf(api)?.login === operation && isSuccess(exchange);
}

/** A session of one server is none of another's. */
function keyOf({ base }: RecordedStep, token: string): string {
  return `${base} ${token}`;
}

function sessionOf(sessions: Lru<Session>, step: RecordedStep): Session | undefined {
  const { api, presented } = step;
  const name = api.policies.session?.scheme ?? '';
  const secret = presented.get(name);
  if (secret !== undefined && isStandIn(secret)) return undefined;
  // Who shows another credential besides may be let in, or refused, for that.
  return typeof secret === 'object' && presented.size === 1
    ? sessions.get(keyOf(step, secret.secret))
    : undefined;
}

function use(session: Session, { exchange, ended = Infinity, operation }: RecordedStep): void {
  session.idle = Math.max(session.idle, ended);
  if (mayEnd(operation)) session.mayBeOver = true;
  if (isSuccess(exchange) && isEnding(operation)) session.ended ??= ended;
}

/** Whether an operation may end a session for all that is said of it. */
function mayEnd({ method, access, resource, async }: Operation): boolean {
  if (['get', 'head', 'options'].includes(method) || access === 'read') return false;
  return resource === undefined && async === undefined;
}

/** Whether an operation is one that ends sessions, by its own name: `logout`, `DELETE /session`. */
function isEnding({ id, path, method }: Operation): boolean {
  const isNamed = /(?:log|sign)[-_]?(?:out|off)/i.test(`${id} ${path}`);
  return isNamed || (method === 'delete' && /\/sessions?(?:\/(?:current|me))?$/i.test(path));
}

/** Statements about sessions that an operation issues (`x-session`). */
export const SESSION_PROPERTIES: readonly PassiveProperty[] = [
  {
    id: 'session.issued',
    title: sessionIssued.title,
    unless: (api, operation) =>
      issuerOf(api)?.login === operation ? undefined : 'the operation issues no session',
    lacking: 'nobody logged in with success',
    begin:
      ({ shown }) =>
      (step) => {
        if (!isIssuing(step)) return 'irrelevant';
        const { token } = step.api.policies.session ?? {};
        if (token !== undefined && !step.hasContent) return 'irrelevant';
        const remarks = remarksOf(judgeIssued(step.api, step.exchange));
        if (remarks === 'irrelevant' || token !== undefined) return remarks;
        return remarks.map((it) => ({ ...it, unless: unlessKept(shown) }));
      },
  },
  {
    id: 'session.opens',
    title: 'a session opens what its scheme secures, until its lifetime is over',
    unless: unlessSession,
    lacking: lackingSession('no session was used that had been issued within the recording'),
    begin: followSessions((step, session) => {
      const { api, operation, exchange } = step;
      if (unlessSession(api, operation) !== undefined) return 'irrelevant';
      const { began, ended } = step;
      const { lifetime = 0 } = api.policies.session ?? {};
      const status = exchange.response?.status;
      if (!isAfter(step, session.issued) || status === undefined || session.mayBeOver)
        return 'irrelevant';
      const age = ((ended ?? Infinity) - session.asked) / 1000;
      if (age > lifetime * SURELY) return 'irrelevant';
      if (!isShutOut(operation, status) || status === 403) return [];
      const seconds = Math.round(((began ?? 0) - session.issued) / 1000);
      const when = seconds === 0 ? 'that was just issued' : `after ${seconds} seconds`;
      return [
        {
          message: `a session is answered ${status} before its lifetime is over`,
          clause: SESSION,
          states: `a session lasts ${lifetime} seconds`,
          seen: `a request in a session ${when}, and the answer is ${status}`,
        },
      ];
    }),
  },
  {
    id: 'session.ended',
    title: 'a session whose lifetime is over, or that was ended, is refused',
    unless: unlessSession,
    lacking: lackingSession('no session was used after its lifetime, or after it had been ended'),
    begin: followSessions((step, session) => {
      const { api, operation, exchange, began } = step;
      if (unlessSession(api, operation) !== undefined || began === undefined) return 'irrelevant';
      const { lifetime = 0 } = api.policies.session ?? {};
      // Some servers begin the lifetime anew with each request.
      const idle = (began - session.idle) / 1000;
      const isEnded = session.ended !== undefined && isAfter(step, session.ended);
      if (!isEnded && idle <= lifetime + TOLERANCE) return 'irrelevant';
      if (statusOfRefusal(operation, 'unauthenticated') < 400) return 'irrelevant';
      if (!isSuccess(exchange)) return [];
      const how = isEnded
        ? 'in a session that had been ended'
        : 'in a session whose lifetime was over';
      return remarksOf(judgeUnauthenticated(api, operation, exchange, how));
    }),
  },
];

function lackingSession(otherwise: string): PassiveProperty['lacking'] {
  return ({ shown }) => {
    const missing = shown.lacksTimes();
    if (missing !== undefined) return missing;
    return shown.hidesSecrets() ? 'the recording hides its credentials' : otherwise;
  };
}
