import { expect, test } from 'vitest';
import type { Draft } from '../../../scripts/contract/generation/draft.ts';
import { minimise } from '../../../scripts/contract/proof/minimise.ts';
import { many } from '../../hostile/describe.ts';

const draftOf = (members: number): Draft => ({
  parameters: [],
  body: {
    mediaType: 'application/json',
    value: Object.fromEntries(many(members, (at) => [`member${at}`, at])),
  },
});
const membersOf = ({ body }: Draft) => Object.keys(body?.value ?? {});

const looked = () => {
  throw new Error('looked at');
};

test('of many members that do not matter halves go first', async () => {
  const { draft, requests } = await minimise(draftOf(2000), {
    isFair: () => true,
    showsTheSame: (it) => Promise.resolve(membersOf(it).includes('member777')),
    effort: 100,
    patience: 4_000_000,
  });
  expect(draft.body?.value).toEqual({ member777: 0 });
  expect(requests).toBeLessThan(100);
});

test('drafts that are not worth sending are looked at for a while only', async () => {
  let looks = 0;
  const { requests } = await minimise(draftOf(20_000), {
    isFair: () => {
      looks += 1;
      return false;
    },
    showsTheSame: () => Promise.resolve(true),
    effort: 200,
    patience: 4_000_000,
  });
  expect([looks > 5, looks < 100, requests]).toEqual([true, true, 0]);
});

test('nothing is looked at where the effort is spent', async () => {
  const draft = draftOf(3);
  const search = { isFair: looked, showsTheSame: looked };
  const untouched = { draft, requests: 0, looked: 0 };
  expect(await minimise(draft, { ...search, effort: 0, patience: 9 })).toEqual(untouched);
  expect(await minimise(draft, { ...search, effort: 9, patience: 0 })).toEqual(untouched);
});
