import { redact } from './credentials.ts';
import { ClientError } from './errors.ts';
import type { CallEvent, Policy, Sending } from './settings.ts';

/** What hooks are told; credentials are blotted out, wherever they stand. */
export interface RequestEvent {
  /** The operation's. */
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The first is 1. */
  readonly attempt: number;
}

export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  /** Until the header of the answer was there. */
  readonly milliseconds: number;
  /** Those of the answer. */
  readonly answered: Readonly<Record<string, string>>;
}

export interface RetryEvent extends RequestEvent {
  /** The status that was answered, or the code of the failure. */
  readonly cause: number | string;
  /** How long is waited before the next attempt. */
  readonly milliseconds: number;
}

export interface HookOptions {
  readonly onRequest?: ((event: RequestEvent) => void) | undefined;
  readonly onResponse?: ((event: ResponseEvent) => void) | undefined;
  readonly onRetry?: ((event: RetryEvent) => void) | undefined;
  /** Takes a line for each of them, such as `console.debug`. */
  readonly log?: ((line: string) => void) | undefined;
}

/** Tells hooks and a log what goes on. They only look on: to change requests there is `http.use`, or `fetch`. A call in which one fails, fails. */
export const hooks: Policy<HookOptions> = ({ options }) => {
  const { onRequest, onResponse, onRetry, log } = options as HookOptions;
  if (!onRequest && !onResponse && !onRetry && !log) return {};
  return {
    observe(event: CallEvent) {
      try {
        tell(event);
      } catch (cause) {
        throw new ClientError('option-unusable', 'a hook or the log of this client failed', {
          cause,
        });
      }
    },
  };
  function tell(event: CallEvent): void {
    const told = toRequestEvent(event.request, event.sending);
    const line = `${told.id}: ${told.method} ${told.url}`;
    switch (event.type) {
      case 'request':
        log?.(`${line}, attempt ${told.attempt}`);
        onRequest?.(told);
        return;
      case 'response': {
        const { response, milliseconds } = event;
        const answered = shown(response.headers, event.sending);
        log?.(`${line} was answered ${response.status} in ${milliseconds} ms`);
        onResponse?.({ ...told, status: response.status, milliseconds, answered });
        return;
      }
      case 'retry': {
        const { cause, milliseconds } = event;
        const why = cause instanceof Response ? cause.status : codeOf(cause);
        log?.(`${line} is sent again in ${Math.round(milliseconds)} ms after ${why}`);
        onRetry?.({ ...told, cause: why, milliseconds });
      }
    }
  }
};

function codeOf(cause: Error): string {
  return 'code' in cause ? String(cause.code) : cause.name;
}

function toRequestEvent({ method, url, headers }: Request, sending: Sending): RequestEvent {
  const { id, attempt, secrets } = sending;
  return { id, method, url: redact(url, secrets), headers: shown(headers, sending), attempt };
}

/** Headers without what the schemes of the description carry, and without cookies that are sent or set. */
function shown(headers: Headers, { secrets, settings }: Sending): Record<string, string> {
  const carrying = Object.values(settings.contract.schemes).map((scheme) =>
    scheme.kind === 'key' && scheme.in === 'header' ? scheme.name.toLowerCase() : '',
  );
  const hidden = new Set([...carrying, 'authorization', 'cookie', 'set-cookie']);
  return Object.fromEntries(
    [...headers].map(([name, value]) => [
      name,
      hidden.has(name) ? '[redacted]' : redact(value, secrets),
    ]),
  );
}
