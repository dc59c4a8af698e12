import type { ApiModel } from '../../model/api-model.ts';
import { headerOf, linesOf, type WireRequest } from '../../wire/exchange.ts';
import { isSuccess } from '../flows/json-answer.ts';
import type { RecordedStep } from './recorded-step.ts';
import { isStandIn, isStandInText } from './stand-in.ts';

/** What a recording has shown so far of what recorders may leave out. */
export interface RecordingShown {
  /** Security schemes of which a readable secret was let in. */
  readonly letIn: ReadonlySet<string>;
  /** Whether any credential was recorded, readable or not. */
  readonly hasCredentials: () => boolean;
  /** Whether what a scheme puts into requests would have been recorded. */
  readonly keeps: (scheme: string) => boolean;
  /** Whether cookies are recorded, both those that are sent and those that are set; not where only their names or less are. */
  readonly keepsCookies: () => boolean;
  /** Whether answers have header fields besides those that tell of their content. */
  readonly keepsFields: () => boolean;
  /** Whether secrets were replaced by something else. */
  readonly hidesSecrets: () => boolean;
  /** What is missing of times; undefined where they were recorded. */
  readonly lacksTimes: () => string | undefined;
  /** Whether answers have their header fields: those that every server sends, or those that tell of a quota. */
  readonly keepsHeaders: () => boolean;
  readonly see: (step: RecordedStep) => void;
}

/** Fields that a page can neither set nor see: whoever records within one knows of no cookies either (Fetch, forbidden request-headers). */
const UNSEEN_BY_PAGES = ['host', 'accept-encoding', 'connection', 'content-length'] as const;

export function createRecordingShown({ policies, securitySchemes }: ApiModel): RecordingShown {
  const { limit, remaining, reset } = policies.rateLimits?.headers ?? {};
  const usual = ['date', limit, remaining, reset].filter((it) => it !== undefined);
  const letIn = new Set<string>();
  let hasCredentials = false;
  let hidesSecrets = false;
  let hasBegins = false;
  let hasTimes = false;
  let keepsHeaders = false;
  let keepsAuthorization = false;
  let keepsCookies = false;
  let hidesCookies = false;
  let keepsFields = false;
  const shown = new Set<string>();
  const seeFields = (request: WireRequest, isSet: boolean): void => {
    const isTold = (name: string) => headerOf(request, name) !== undefined;
    const isAuthorized = isTold('authorization');
    keepsAuthorization ||= isAuthorized;
    keepsCookies ||=
      isSet || isTold('cookie') || (isAuthorized && UNSEEN_BY_PAGES.some((it) => isTold(it)));
  };
  return {
    letIn,
    hasCredentials: () => hasCredentials,
    keeps(name) {
      const scheme = securitySchemes.get(name);
      if (shown.has(name)) return true;
      if (scheme?.type === 'apiKey' && scheme.in === 'cookie') return keepsCookies && !hidesCookies;
      // The first thing that is left out is this field: whoever keeps it keeps what else stands in requests.
      return keepsAuthorization;
    },
    keepsCookies: () => keepsCookies && !hidesCookies,
    keepsFields: () => keepsFields,
    hidesSecrets: () => hidesSecrets,
    lacksTimes() {
      if (hasTimes) return undefined;
      return hasBegins
        ? 'the recording does not say how long its answers took'
        : 'the recording says no times';
    },
    keepsHeaders: () => keepsHeaders,
    see({ presented, exchange, began, ended }) {
      const { request, response } = exchange;
      hasBegins ||= began !== undefined;
      hasTimes ||= ended !== undefined;
      keepsHeaders ||=
        response !== undefined && usual.some((it) => headerOf(response, it) !== undefined);
      keepsFields ||= response?.headers.some(([name]) => !/^content-/i.test(name)) === true;
      hidesCookies ||=
        response !== undefined && linesOf(response, 'set-cookie').some(isStandInText);
      hasCredentials ||= presented.size > 0;
      if (!keepsAuthorization || !keepsCookies)
        seeFields(
          request,
          response !== undefined && headerOf(response, 'set-cookie') !== undefined,
        );
      for (const [scheme, secret] of presented) {
        shown.add(scheme);
        if (isStandIn(secret)) hidesSecrets = true;
        else if (secret !== 'malformed' && isSuccess(exchange)) letIn.add(scheme);
      }
    },
  };
}
