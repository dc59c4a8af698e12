import { expect, test } from 'vitest';
import { replacementOf } from '../../scripts/docs/lifecycle-words.ts';
import { loadMill, loadOrchard } from './orchard.ts';

const [mill, orchard] = await Promise.all([loadMill(), loadOrchard()]);

test.each([
  ['readJob', 'readJob', 'mill/index.html#/other/readjob'],
  ['orchard', 'Orchard API', 'orchard/index.html'],
  ['orchard#plantTree', 'plantTree of Orchard API', 'orchard/index.html#/trees/planttree'],
  ['bakery', 'bakery', undefined],
  ['bakery#bake', 'bakery#bake', undefined],
])('reads %s as %s', (name, label, target) => {
  expect(replacementOf(name, mill, [mill, orchard])).toEqual({ label, target });
});
