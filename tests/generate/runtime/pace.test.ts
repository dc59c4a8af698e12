import { describe, expect, test } from 'vitest';
import { onMock } from '../on-mock.ts';
import { methodOf, policiesClient } from '../policies.ts';

/** Of `specs/clayva`: five administrative calls a minute in the plan `free`. */
const CALL = 'listWorkspaces';
const QUOTA = 5;

const times = <Value>(count: number, make: () => Value): Value[] =>
  Array.from({ length: count }, make);

describe('on the mock of an API with quotas', () => {
  test.for([
    ['that are known from the plan', { plan: 'free' }],
    ['that are not known yet, one call after the other', { plan: undefined }],
  ] as const)('nobody is refused for quotas %s', async ([, options]) => {
    await using place = await onMock('clayva');
    const bearerAuth = place.secretOf('bearerAuth', 'free');
    const call = methodOf(place.clientWith({ auth: { bearerAuth }, ...options }), CALL);
    const began = Date.now();
    const statuses: number[] = [];
    if (options.plan) {
      const answers = await place.hurry(Promise.all(times(3 * QUOTA, () => call())));
      statuses.push(...answers.map(({ status }) => status));
    } else {
      for (let count = 0; count < 3 * QUOTA; count += 1) {
        statuses.push((await place.hurry(call())).status);
      }
    }
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(place.mock.requests().map(({ status }) => status)).toEqual(times(3 * QUOTA, () => 200));
    // Two more windows, and no third one.
    expect(Math.round((Date.now() - began) / 60_000)).toBe(2);
  });

  test.for([
    ['share their quotas, and none is refused', true, 0],
    ['do not, and learn it from refusals', false, 1],
  ] as const)('clients of a process %s', async ([, shareQuotas, refusals]) => {
    await using place = await onMock('clayva');
    const bearerAuth = place.secretOf('bearerAuth', 'free');
    const clients = times(2, () =>
      place.clientWith({ auth: { bearerAuth }, plan: 'free', shareQuotas }),
    );
    const calls = clients.flatMap((client) => times(4, () => methodOf(client, CALL)()));
    const answers = await place.hurry(Promise.all(calls));
    expect(answers.map(({ status }) => status)).toEqual(times(8, () => 200));
    const refused = place.mock.requests().filter(({ status }) => status === 429);
    expect(Math.min(refused.length, 1)).toBe(refusals);
  });

  test('another credential has quotas of its own, and so has another category', async () => {
    await using place = await onMock('clayva');
    const clientOf = (plan: 'free' | 'pro') =>
      place.clientWith({
        auth: { bearerAuth: place.secretOf('bearerAuth', plan) },
        plan,
        shareQuotas: true,
      });
    const began = Date.now();
    const [free, pro] = [clientOf('free'), clientOf('pro')];
    const body = { event: 'Opened', userId: 'u1' };
    const answers = await place.hurry(
      Promise.all([
        ...times(QUOTA, () => methodOf(free, CALL)()),
        ...times(QUOTA, () => methodOf(pro, CALL)()),
        ...times(QUOTA, () => methodOf(free, 'trackEvent')({ body })),
      ]),
    );
    expect(answers.map(({ ok }) => ok)).toEqual(times(3 * QUOTA, () => true));
    expect(Date.now() - began).toBeLessThan(1_000);
  });

  test('a plan that a category does not have is refused, with those that it has', async () => {
    await using place = await onMock('clayva');
    const auth = { bearerAuth: place.secretOf('bearerAuth', 'free') };
    const call = methodOf(place.clientWith({ auth, plan: 'gold' }), CALL);
    await expect(call()).rejects.toMatchObject({
      code: 'option-unusable',
      message: expect.stringMatching(/free, pro/),
    });
  });
});

const made = () => Response.json({ name: 'a' }, { status: 201 });

describe('who waits', () => {
  const body = { name: 'a' };

  test('and would wait past the deadline is told so at once, whoever else waits', async () => {
    const { client, requests } = policiesClient({ plan: 'small' }, made);
    const call = methodOf(client, 'addThing');
    await Promise.all(times(3, () => call({ body })));
    const gone = new AbortController();
    const waiting = call({ body, signal: gone.signal }).catch((error: unknown) => error);
    await expect(call({ body, deadline: 5_000 })).rejects.toMatchObject({
      code: 'quota-spent',
      message: 'addThing would have to wait 60 s for its quota',
    });
    gone.abort('enough');
    expect(await waiting).toMatchObject({ code: 'aborted', cause: 'enough' });
    expect(requests).toHaveLength(3);
  });

  test('and gives up need not wait for those before', async () => {
    const { client } = policiesClient({ plan: 'small' }, made);
    const call = methodOf(client, 'addThing');
    const all = new AbortController();
    const before = times(5, () =>
      call({ body, signal: all.signal }).catch((error: unknown) => error),
    );
    const signal = AbortSignal.timeout(20);
    await expect(call({ body, signal })).rejects.toMatchObject({ code: 'aborted' });
    all.abort();
    await Promise.all(before);
  });
});
