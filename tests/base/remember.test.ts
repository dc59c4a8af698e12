import { expect, test } from 'vitest';
import { remember } from '../../scripts/base/remember.ts';

function start() {
  const asked: string[] = [];
  const tell = remember((text) => {
    asked.push(text);
    return text === 'nothing' ? undefined : { text };
  });
  return { asked, tell };
}

test('asks once for each text, and again for what has no answer', () => {
  const { asked, tell } = start();
  expect(tell('a')).toBe(tell('a'));
  expect([tell('nothing'), tell('nothing')]).toEqual([undefined, undefined]);
  expect(asked).toEqual(['a', 'nothing', 'nothing']);
});

test('fills no memory, however many texts come and however long they are', () => {
  const { asked, tell } = start();
  const long = 'x'.repeat(201);
  for (const text of [long, long]) tell(text);
  expect(asked).toEqual([long, long]);
  const many = Array.from({ length: 1001 }, (_, i) => String(i));
  for (const text of many) tell(text);
  asked.length = 0;
  for (const text of ['1000', '0']) tell(text);
  expect(asked).toEqual(['0']);
});
