import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { checkFinished, runFinished, runStarted } from '../../scripts/result/run-event.ts';
import { toEventSchema } from '../../scripts/report/event-shape.ts';
import { runOf, VIOLATION } from './sample-run.ts';

const ajv = new Ajv2020({ formats: { 'date-time': true, date: true } });
const SAMPLE_RUN = runOf([VIOLATION]);
const isEvent = ajv.compile(toEventSchema());
const interrupted = { reason: 'the time of --budget is over', isLimit: true };
const { milliseconds: _, results, coverage: __, ...header } = SAMPLE_RUN;
const events = [
  runStarted(header, results.length, 0),
  ...results.flatMap((result, at) => checkFinished(result, at + 1)),
  runFinished({ ...SAMPLE_RUN, interrupted }, 0),
].map((event) => JSON.parse(JSON.stringify(event)) as Record<string, unknown>);

test('every event of a run has the published shape', () => {
  expect(new Set(events.map(({ event }) => event)).size).toBe(4);
  for (const event of events) {
    expect({ valid: isEvent(event), errors: isEvent.errors }).toEqual({
      valid: true,
      errors: null,
    });
  }
});

test('an event that lacks what its kind has is refused', () => {
  for (const event of events) {
    for (const name of Object.keys(event).filter((it) => it !== 'interrupted')) {
      const { [name]: left, ...rest } = event;
      expect({ name, left, isEvent: isEvent(rest) }).toMatchObject({ isEvent: false });
    }
  }
});
