import type { ApiModel } from '../../model/api-model.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';
import { append } from '../../base/json-pointer.ts';
import type { Judgement } from './judgement.ts';

/**
 * What in the rate limit headers of an answer cannot be, whatever was sent before: a figure that is
 * none, more requests left than the quota has, more seconds left than the window has.
 */
export function judgeRateHeaders({ policies }: ApiModel, { response }: Exchange): Judgement {
  const policy = policies.rateLimits;
  if (!policy || !response) return 'irrelevant';
  const { headers } = policy;
  const names = [headers.limit, headers.remaining, headers.reset].flatMap((name) => name ?? []);
  const given = new Map(
    names.flatMap((name) => {
      const value = headerOf(response, name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  if (given.size === 0) return 'irrelevant';
  const figure = (name: string | undefined) => Number(given.get(name ?? '') ?? Number.NaN);
  const complain = (name: string, message: string, states: string) => ({
    message,
    clause: append(policy.pointer, 'headers', name),
    states,
    seen: [...given].map(([field, value]) => `${field}: ${value}`).join(', '),
  });
  const malformed = [...given].find(([, value]) => !/^\d+$/.test(value));
  if (malformed) {
    const [name] = malformed;
    const key = Object.entries(headers).find(([, field]) => field === name)?.[0] ?? 'limit';
    return [complain(key, `the header ${name} is no whole number`, `${key}: ${name}`)];
  }
  const [limit, remaining] = [figure(headers.limit), figure(headers.remaining)];
  const left = headers.resetUnit === 'delta-seconds' ? figure(headers.reset) : 0;
  return [
    ...(remaining > limit
      ? [
          complain(
            'remaining',
            'more requests are left than the quota has',
            `${headers.remaining} of ${headers.limit}`,
          ),
        ]
      : []),
    ...(left > policy.window
      ? [
          complain(
            'reset',
            'a window has more seconds left than it has',
            `a window of ${policy.window} seconds`,
          ),
        ]
      : []),
  ];
}
