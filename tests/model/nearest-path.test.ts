import { expect, test } from 'vitest';
import { toNearestPath } from '../../scripts/model/nearest-path.ts';

const nearest = toNearestPath([
  '/',
  '/pets',
  '/pets/{petId}',
  '/pets/{petId}/feed',
  '/users/me',
  '/users/{id}/posts/{post}',
  '/reports/{year}.json',
]);

test.each([
  ['/pet', '/pets'],
  ['/PETS', '/pets'],
  ['/pets/', '/pets'],
  ['//pets', '/pets'],
  ['/v1/pets', '/pets'],
  ['/v1/pets/7', '/pets/{petId}'],
  ['/pets/7/feeds', '/pets/{petId}/feed'],
  ['/pets/7/feed/now', '/pets/{petId}/feed'],
  ['/user/me', '/users/me'],
  ['/users/1/post/2', '/users/{id}/posts/{post}'],
  ['/users/1/posts', '/users/{id}/posts/{post}'],
  ['/pets/7/8/9/10', undefined],
  ['/cats', undefined],
  ['/anything/at/all', undefined],
  ['/', '/'],
  [`/pets/${'x'.repeat(300)}/feeds`, undefined],
])('of %s it is %s', (path, want) => {
  expect(nearest(path)).toBe(want);
});

test('is found at once among thousands', () => {
  const paths = Array.from({ length: 3000 }, (_, at) => `/things${at}/{id}/parts/{part}/notes`);
  const find = toNearestPath(paths);
  const began = performance.now();
  for (let at = 0; at < 20; at += 1) find(`/thing${at}/1/part/2/note`);
  expect((performance.now() - began) / 20).toBeLessThan(400);
});
