import { expect, test } from 'vitest';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { exampleDrafts } from '../../../scripts/contract/generation/draft.ts';
import { createPool } from '../../../scripts/contract/things/pool.ts';
import type { Json } from '../../../scripts/base/json.ts';
import type { Pointer } from '../../../scripts/base/json-pointer.ts';
import type { Exchange } from '../../../scripts/wire/exchange.ts';

const api = await loadDescription(nodeIo, 'tests/contract/things/openapi.yaml');
const bookings = await loadDescription(nodeIo, 'tests/contract/replay/openapi.yaml');
const TARGET = 'http://127.0.0.1:4010/v1';

type Told = readonly [
  operation: string,
  path: string,
  status: number,
  answer?: Json | undefined,
  said?: Json,
];

/** What stands behind the last of several exchanges: the bodies that were sent, or else the paths. */
function behind(description: typeof api, told: readonly Told[], at?: Pointer): readonly string[] {
  const pool = createPool({
    api: description,
    targets: [TARGET],
    writes: true,
    isThrowAway: false,
  });
  let last: Exchange | undefined;
  for (const [id, path, status, answer, said] of told) {
    const operation = description.operations.find((it) => it.id === id);
    const [draft] = operation ? exampleDrafts(description, operation) : [];
    if (!operation || !draft) throw new Error(`no ${id}`);
    const request = {
      method: operation.method.toUpperCase(),
      url: `${TARGET}${path}`,
      headers: [],
      body: said === undefined ? undefined : JSON.stringify(said),
    };
    const body = answer === undefined ? '' : JSON.stringify(answer);
    last = { request, response: { status, headers: [], body } };
    pool.see(operation, draft, last, true);
  }
  if (!last) return [];
  return pool.behind(last, at).map(({ request }) => {
    const { pathname } = new URL(request.url);
    return `${request.method} ${pathname.slice(3)} ${request.body ?? ''}`.trim();
  });
}

const MADE_7: Told = ['addThing', '/things', 201, { id: 7 }, { what: 'seven' }];
const MADE_8: Told = ['addThing', '/things', 201, { id: 8 }, { what: 'eight' }];
const SEVEN = 'POST /things {"what":"seven"}';
const EIGHT = 'POST /things {"what":"eight"}';
const changed = (shelf: number): Told => ['putThing', '/things/7', 200, { id: 7 }, { shelf }];
const LISTED: Json = [{ id: 7 }, { id: 8 }, { id: 7000 }];

test.for<[name: string, told: readonly Told[], at: Pointer | undefined, behind: readonly string[]]>(
  [
    [
      'the thing on the path',
      [MADE_7, MADE_8, ['getThing', '/things/8', 200, { id: 8 }]],
      undefined,
      [EIGHT],
    ],
    [
      'all that are listed',
      [MADE_7, MADE_8, ['listThings', '/things', 200, LISTED]],
      '#',
      [SEVEN, EIGHT],
    ],
    [
      'the item that is wrong',
      [MADE_7, MADE_8, ['listThings', '/things', 200, LISTED]],
      '#/1/what',
      [EIGHT],
    ],
    ['nothing that others made', [MADE_7, ['getThing', '/things/9', 200, { id: 9 }]], '#', []],
    ['not itself', [MADE_7], '#', []],
    [
      'changes of a thing that is wrong',
      [
        MADE_7,
        changed(1),
        changed(2),
        changed(3),
        changed(4),
        ['getThing', '/things/7', 200, { id: 7 }],
      ],
      '#/shelf',
      [SEVEN, ...[2, 3, 4].map((shelf) => `PUT /things/7 {"shelf":${shelf}}`)],
    ],
    [
      'no changes where the answer is wrong as such',
      [MADE_7, changed(1), ['getThing', '/things/7', 200, { id: 7 }]],
      undefined,
      [SEVEN],
    ],
    [
      'what failed and may have left something at which a list fails',
      [
        MADE_7,
        ['addThing', '/things', 500, undefined, { what: 'odd' }],
        ['listThings', '/things', 500],
      ],
      undefined,
      ['POST /things {"what":"odd"}'],
    ],
  ],
)('behind an exchange stands %s', ([, told, at, wanted]) => {
  expect(behind(api, told, at)).toEqual(wanted);
});

test('what a thing was made of comes before it', () => {
  const guest: Told = ['addGuest', '/guests', 201, { id: 'guest-1', name: 'Ada' }, { name: 'Ada' }];
  const said = { guest_id: 'guest-1', nights: 2 };
  const booking: Told = ['addBooking', '/bookings', 201, { id: 3, ...said }, said];
  const read: Told = ['getBooking', '/bookings/3', 200, { id: 3 }];
  expect(behind(bookings, [guest, booking, read])).toEqual([
    'POST /guests {"name":"Ada"}',
    'POST /bookings {"guest_id":"guest-1","nights":2}',
  ]);
});
