import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secondOpinion } from '../../scripts/contract/proof/second-validator.ts';
import { hasFormat } from '../../scripts/prove/witness/formats.ts';
import { drawBySeed } from '../../scripts/values/generate/draw.ts';
import { formatText } from '../../scripts/values/generate/format-texts.ts';
import { isTimePoint } from '../../scripts/values/time-point.ts';

const FORMAT = 'iso-8601-time-point';

/** As the second validator says, which shares no code with the first. */
async function isTaken(text: string): Promise<boolean> {
  const opinion = await secondOpinion({ format: FORMAT }, '#', text);
  return Array.isArray(opinion) && opinion.length === 0;
}

const POINTS = [
  '2024-01-15',
  '20240115',
  '2024-01',
  '2024',
  '2024-02-29',
  '2024-366',
  '2023365',
  '2020-W53-7',
  '2024W031',
  '2024-W03',
  '2024-01-15T10:30:00Z',
  '2024-01-15T10:30:00',
  '2024-01-15T10:30Z',
  '2024-01-15T10',
  '2024-01-15T10:30:00.123+01:00',
  '2024-01-15T10:30:00+0100',
  '2024-01-15T10:30,5-05',
  '20240115T103000Z',
  '2024-W03-1T10:30',
  '2024-015T10:30Z',
  '2024-01-15T24:00',
  '2016-12-31T23:59:60Z',
];

const OTHERS = [
  '',
  'now',
  '1705314600',
  '2024-13-01',
  '2023-02-29',
  '1900-366',
  '2024-367',
  '2024-000',
  '2024-W00-1',
  '2024-W53-1',
  '2024-W03-8',
  '24-01-15',
  '2024-1-15',
  '2024-01-15 10:30:00',
  '2024-01-15T',
  '2024-01T10:30',
  '2024-W03T10:30',
  '2024-01-15T1030',
  '20240115T10:30',
  '2024-01-15T25:00',
  '2024-01-15T24:00:01',
  '2024-01-15T10:60',
  '2024-01-15T10:30:61',
  '2024-01-15T10:30+25:00',
  '2024-01-15T10:30Zulu',
  'P1D',
  '2024-01-15/2024-01-16',
];

function digits(most: number) {
  return fc.integer({ min: 0, max: most }).map(String);
}

describe('a point in time as ISO 8601 spells it', () => {
  test.each(POINTS)('%j is one', async (text) => {
    expect([isTimePoint(text), await isTaken(text), hasFormat(FORMAT, text)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each(OTHERS)('%j is none', async (text) => {
    expect([isTimePoint(text), await isTaken(text)]).toEqual([false, false]);
  });

  test('the two validators agree', async () => {
    const two = digits(62).map((it) => it.padStart(2, '0'));
    const date = fc
      .tuple(fc.constantFrom('2024', '2023', '1900', '2020'), fc.boolean(), two, two, digits(8))
      .chain(([year, isExtended, month, day, weekday]) => {
        const dash = isExtended ? '-' : '';
        const ordinal = `${month}${weekday}`;
        return fc.constantFrom(
          `${year}${dash}${month}${dash}${day}`,
          `${year}${dash}W${month}${dash}${weekday}`,
          `${year}${dash}W${month}`,
          `${year}${dash}${ordinal}`,
        );
      });
    const time = fc
      .tuple(two, fc.constantFrom('', ':'), two, two, fc.constantFrom('', 'Z', '+0100', '-05:30'))
      .chain(([h, colon, m, s, zone]) =>
        fc.constantFrom(
          '',
          `T${h}${zone}`,
          `T${h}${colon}${m}${zone}`,
          `T${h}${colon}${m}${colon}${s}.5${zone}`,
        ),
      );
    let points = 0;
    const agree = async (text: string) => {
      const isPoint = isTimePoint(text);
      if (isPoint) points += 1;
      expect([text, await isTaken(text)]).toEqual([text, isPoint]);
    };
    const texts = fc.tuple(date, time).map(([day, clock]) => day + clock);
    await fc.assert(fc.asyncProperty(texts, agree), { numRuns: 1500, seed: 1 });
    expect(points).toBeGreaterThan(50);
  });

  test('what is made up is one', () => {
    const made = Array.from(
      { length: 200 },
      (_, i) => formatText(FORMAT, drawBySeed(`${i}`)) ?? '',
    );
    expect(made.filter((it) => !isTimePoint(it))).toEqual([]);
    expect(new Set(made).size).toBeGreaterThan(100);
  });
});
