import { expect, test } from 'vitest';
import { createControllableClock } from '../../scripts/base/clock.ts';
import { parseDuration } from '../../scripts/mock/control/duration.ts';
import { startControlled } from './controlled.ts';
import { FREE, loadPets, START } from './pets.ts';

const pets = await loadPets();

test('a clock stands, moves on and follows the real time again', () => {
  const real = { at: 1000, now: () => real.at };
  const clock = createControllableClock(real);
  clock.advance(500);
  real.at += 100;
  expect(clock.state()).toEqual({ now: 1600, isFrozen: false, offset: 500 });
  clock.freeze();
  real.at += 100;
  expect(clock.state()).toEqual({ now: 1600, isFrozen: true, offset: 400 });
  clock.advance(50);
  expect(clock.now()).toBe(1650);
  clock.freeze(7);
  expect(clock.state()).toEqual({ now: 7, isFrozen: true, offset: -1193 });
  clock.resume();
  expect(clock.state()).toEqual({ now: 1200, isFrozen: false, offset: 0 });
});

test.each([
  ['PT60S', 60_000],
  ['PT0.5S', 500],
  ['PT24H', 86_400_000],
  ['P1DT2H3M4S', 93_784_000],
  ['P2W', 1_209_600_000],
  ['P', undefined],
  ['PT', undefined],
  ['P1DT', undefined],
  ['P1M', undefined],
  ['-PT1S', undefined],
  ['60', undefined],
])('reads the duration %s as %j', (text, want) => {
  expect(parseDuration(text)).toBe(want);
});

const at = (now: string, frozen: boolean, offsetSeconds: number) => ({
  status: 200,
  json: { now, frozen, offsetSeconds },
});

test('the clock is read and set over HTTP', async () => {
  const { ask } = await startControlled([pets]);
  expect(await ask('GET', '/clock')).toEqual(at('2026-01-01T00:00:00.000Z', false, 0));
  expect(await ask('PUT', '/clock', { advance: 90 })).toEqual(
    at('2026-01-01T00:01:30.000Z', false, 90),
  );
  expect(await ask('PUT', '/clock', { advance: 'PT24H' })).toEqual(
    at('2026-01-02T00:01:30.000Z', false, 86_490),
  );
  expect(await ask('PUT', '/clock', { freeze: true })).toEqual(
    at('2026-01-02T00:01:30.000Z', true, 86_490),
  );
  const noon = { freeze: '2026-01-01T12:00:00+02:00' };
  expect(await ask('PUT', '/clock', noon)).toEqual(at('2026-01-01T10:00:00.000Z', true, 36_000));
  expect(await ask('PUT', '/clock', { resume: true })).toEqual(
    at(new Date(START).toISOString(), false, 0),
  );
});

test.each([
  [{}],
  [{ freeze: false }],
  [{ freeze: 'noon' }],
  [{ freeze: '2026-02-31' }],
  [{ advance: -1 }],
  [{ advance: 'P1M' }],
  [{ advance: true }],
  [{ advance: 1e15 }],
  [{ resume: 1 }],
  [{ freeze: true, advance: 60 }],
  [[]],
])('the command %j is refused, and the clock runs on', async (command) => {
  const { ask } = await startControlled([pets]);
  expect((await ask('PUT', '/clock', command)).status).toBe(400);
  expect((await ask('GET', '/clock')).json).toMatchObject({ frozen: false, offsetSeconds: 0 });
});

test('windows follow the clock: a spent quota is renewed at once', async () => {
  const { mock, ask } = await startControlled([pets]);
  const status = async () => (await mock.send('GET', '/pets', { headers: FREE })).status;
  for (let i = 0; i < 5; i += 1) await status();
  expect(await status()).toBe(429);
  await ask('PUT', '/clock', { advance: 60 });
  expect(await status()).toBe(200);
});

test('credentials expire by the clock', async () => {
  const { mock, ask } = await startControlled([pets]);
  const headers = { authorization: 'Bearer pets_short' };
  expect((await mock.send('GET', '/pets', { headers })).status).toBe(200);
  await ask('PUT', '/clock', { advance: 'PT1M' });
  expect((await mock.send('GET', '/pets', { headers })).status).toBe(401);
});
