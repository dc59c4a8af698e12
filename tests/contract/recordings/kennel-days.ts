import { BEGAN, type Entry } from './judge-entries.ts';

const DOG = {
  id: 'd001',
  kind: 'dog',
  name: 'Rex',
  born: '2026-01-02T03:04:05Z',
  sex: 'male',
  weight: 12,
  chipped: true,
  tags: ['calm'],
};
const REFUSED = { error: { code: 'quota', message: 'Slow down.' } };
/** A reason that the description gives to no status. */
const OTHERWISE_REFUSED = { error: { code: 'x', message: 'y' } };
export const MINUTE = BEGAN / 1000 + 60;

/** A list of dogs, asked for by the client with a quota of five in a minute. */
export function dogs(at: number, left: number | undefined, more: Partial<Entry> = {}): Entry {
  const told = { 'x-quota': '5', 'x-quota-left': String(left), 'x-quota-reset': String(MINUTE) };
  const headers = { 'x-pages': '1', ...(left !== undefined && told) };
  const shared = { as: 'free', ask: 'GET /dogs?kennel=north', reply: [DOG] };
  return { at, ...shared, headers, ...more };
}

export function refused(at: number, left: number, reset = MINUTE): Entry {
  const headers = { 'x-quota': '5', 'x-quota-left': String(left), 'x-quota-reset': String(reset) };
  return dogs(at, 0, { status: 429, reply: REFUSED, headers: { ...headers, 'retry-after': '60' } });
}

export const RIGHT = [4, 3, 2, 1, 0].map((left, i) => dogs(i, left));
export const toy = (id: string, name: string) => ({ id, name });
export const created = (at: number, id: string): Entry => {
  const shared = { ask: 'POST /toys', body: { name: id }, status: 201 };
  return { at, ...shared, reply: toy(id, id) };
};
export const read = (at: number, id: string, name = id): Entry => {
  return { at, ask: `GET /toys/${id}`, reply: toy(id, name) };
};
export const lost = (at: number, id: string): Entry => {
  return { at, ask: `GET /toys/${id}`, status: 404, reply: OTHERWISE_REFUSED };
};
export const ids = (at: number, ...reply: string[]): Entry => ({ at, ask: 'GET /toys/ids', reply });
export const page = (at: number, number: number, toys: readonly string[], count = 3): Entry => ({
  at,
  ask: `GET /toys?page=${number}&size=2`,
  reply: { count, toys: toys.map((id) => toy(id, id)) },
});
export const listOf = (...names: string[]) => {
  return { count: names.length, toys: names.map((id) => toy(id, id)) };
};
export const changed = (at: number, id: string, name: string): Entry => ({
  at,
  ask: `PATCH /toys/${id}`,
  body: { name },
  reply: toy(id, name),
});
export const deleted = (at: number, id: string): Entry => {
  return { at, ask: `DELETE /toys/${id}`, status: 204, headers: { 'content-type': '' } };
};
const session = { cookie: 'sid=abc' };
export const login: Entry = {
  at: 0,
  ask: 'POST /login',
  as: {},
  body: { name: 'ada' },
  status: 204,
  headers: { 'set-cookie': 'sid=abc; Path=/' },
};
export const me = (at: number, status = 200): Entry => ({
  at,
  ask: 'GET /me',
  as: session,
  status,
  reply: status === 200 ? { name: 'ada', nick: 'ad' } : OTHERWISE_REFUSED,
});
export const walk = (at: number, state: string): Entry => {
  return { at, ask: 'GET /walks/w9', reply: { id: 'w9', state } };
};
export const started: Entry = { at: 0, ask: 'POST /walks', status: 202, reply: { id: 'w9' } };
export const batch = (bytes: number, status: number): Entry => ({
  at: 0,
  ask: 'POST /dogs/batch',
  status,
  body: JSON.stringify({ dogs: [{ name: 'Rex' }] }).padEnd(bytes),
  reply: status === 200 ? { count: 1 } : OTHERWISE_REFUSED,
  headers: { 'x-quota': '100000', 'x-quota-left': '8', 'x-quota-reset': String(MINUTE) },
});

/** A client of whom nobody has told anything, on a quota of sixty. */
export function stranger(name: string, left: number): Partial<Entry> {
  const told = { 'x-quota': '60', 'x-quota-left': String(left), 'x-quota-reset': String(MINUTE) };
  return { as: { authorization: `Bearer ${name}` }, headers: { 'x-pages': '1', ...told } };
}

export function nextWindow(left: number): Partial<Entry> {
  const told = { 'x-quota': '5', 'x-quota-left': String(left) };
  return { headers: { 'x-pages': '1', ...told, 'x-quota-reset': String(MINUTE + 60) } };
}

export function cached(): Partial<Entry> {
  const told = { 'x-quota': '5', 'x-quota-left': '0', 'x-quota-reset': String(MINUTE) };
  return { headers: { 'x-pages': '1', age: '3', ...told } };
}
