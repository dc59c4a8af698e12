import type { ApiModel } from '../../model/api-model.ts';
import { headerOf } from '../../wire/exchange.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { isStandIn, type RecordedStep } from './recorded-step.ts';

/** What a recording has shown so far of what recorders may leave out. */
export interface RecordingShown {
  /** Security schemes of which a readable secret was let in. */
  readonly letIn: ReadonlySet<string>;
  /** Whether any credential was recorded, readable or not. */
  readonly hasCredentials: () => boolean;
  /** Whether recorders kept cookies and credentials, which some take out of answers as well. */
  readonly keepsSecrets: () => boolean;
  /** Whether secrets were replaced by something else. */
  readonly hidesSecrets: () => boolean;
  readonly hasTimes: () => boolean;
  /** Whether answers have their header fields: those that every server sends, or those that tell of a quota. */
  readonly keepsHeaders: () => boolean;
  readonly see: (step: RecordedStep) => void;
}

export function createRecordingShown({ policies }: ApiModel): RecordingShown {
  const { limit, remaining, reset } = policies.rateLimits?.headers ?? {};
  const usual = ['date', limit, remaining, reset].filter((it) => it !== undefined);
  const letIn = new Set<string>();
  let hasCredentials = false;
  let keepsSecrets = false;
  let hidesSecrets = false;
  let hasTimes = false;
  let keepsHeaders = false;
  return {
    letIn,
    hasCredentials: () => hasCredentials,
    keepsSecrets: () => keepsSecrets,
    hidesSecrets: () => hidesSecrets,
    hasTimes: () => hasTimes,
    keepsHeaders: () => keepsHeaders,
    see({ presented, exchange, ended }) {
      const { request, response } = exchange;
      hasTimes ||= ended !== undefined;
      keepsHeaders ||=
        response !== undefined && usual.some((it) => headerOf(response, it) !== undefined);
      hasCredentials ||= presented.size > 0;
      keepsSecrets ||=
        ['cookie', 'authorization'].some((it) => headerOf(request, it) !== undefined) ||
        (response !== undefined && headerOf(response, 'set-cookie') !== undefined);
      for (const [scheme, secret] of presented) {
        if (isStandIn(secret)) hidesSecrets = true;
        else if (secret !== 'malformed' && isSuccess(exchange)) letIn.add(scheme);
      }
    },
  };
}
