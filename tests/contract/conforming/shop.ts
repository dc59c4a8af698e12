/** An answer of the shop: a status, and what is said in JSON; nothing where there is no content. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
}

/** A request as a framework hands it to a handler. */
export interface Asked {
  readonly method: string;
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly key: string | undefined;
  /** The body: JSON that could be read, or why not. */
  readonly body: { readonly json: unknown } | 'not JSON' | 'not text' | undefined;
}

interface Item {
  readonly name: string;
  readonly [name: string]: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const refused = (status: number, detail: string): Answer => ({ status, json: { detail } });
const NOT_FOUND = refused(404, 'Not Found');
const NOT_ALLOWED = refused(405, 'Method Not Allowed');

/** A refusal of what a request says, in the envelope of the framework. */
export function invalid(...loc: readonly string[]): Answer {
  return { status: 422, json: { detail: [{ loc, msg: 'Input should be valid', type: 'value' }] } };
}

/** Characters, and not code units. */
const lengthOf = (text: string): number => Array.from(text).length;
const isText =
  (least = 0, most = Infinity): Check =>
  (value) =>
    typeof value === 'string' && lengthOf(value) >= least && lengthOf(value) <= most;
const isInteger =
  (least = -Infinity, most = Infinity): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const ITEM: Readonly<Record<string, Check>> = {
  name: isText(1, 40),
  price: (value) => typeof value === 'number' && value > 0,
  tags: (value) =>
    Array.isArray(value) && value.length <= 5 && value.every((it) => typeof it === 'string'),
  owner: orNull(isInteger()),
};
const USER: Readonly<Record<string, Check>> = {
  // Stricter than the format is: addresses that nobody can have are refused.
  email: (value) =>
    isText()(value) && /^[a-z0-9._+-]+@([a-z0-9-]+\.)+(com|org|net)$/i.test(String(value)),
  password: isText(8, 64),
  nickname: orNull(isText()),
};
const LOGIN: Readonly<Record<string, Check>> = { username: isText(), password: isText() };
const ORDER: Readonly<Record<string, Check>> = { item_id: isInteger(), count: isInteger(1, 99) };

const logIn = (asked: Asked): Answer =>
  withBody(asked, LOGIN, ['username', 'password'], () => refused(400, 'Wrong password'));
const me = ({ key }: Asked): Answer =>
  key === 'the-key' ? { status: 200, json: { name: 'Ada' } } : refused(401, 'Not authenticated');
const file = (path: string): Answer =>
  path.length % 2 === 0 ? { status: 200, json: { path } } : refused(404, 'No such file');

/** A shop as people write one with a framework that checks what comes in: it does what its description says. */
export function createShop(): (asked: Asked) => Answer {
  const items = new Map<number, Item>();
  const users = new Set<string>();
  let last = 0;

  const list = ({ query }: Asked): Answer => {
    const [q, owner] = [query.get('q'), query.get('owner')];
    const limit = query.get('limit') ?? '10';
    if (q !== null && lengthOf(q) > 50) return invalid('query', 'q');
    if (owner !== null && !/^[-+]?\d+$/.test(owner)) return invalid('query', 'owner');
    const isCount = /^\+?\d+$/.test(limit) && Number(limit) >= 1 && Number(limit) <= 100;
    if (!isCount) return invalid('query', 'limit');
    const found = [...items].filter(([, it]) => q === null || it.name.includes(q));
    return { status: 200, json: found.slice(0, Number(limit)).map(([id, it]) => ({ ...it, id })) };
  };
  const isTaken = (name: unknown, except?: number): boolean =>
    [...items].some(([id, it]) => it.name === name && id !== except);
  const create = (asked: Asked): Answer =>
    withBody(asked, ITEM, ['name', 'price'], (fields) => {
      if (isTaken(fields['name'])) return refused(409, 'The name is taken');
      last += 1;
      items.set(last, fields as Item);
      return { status: 201, json: { ...fields, id: last } };
    });
  const one = (asked: Asked, text: string): Answer => {
    if (!['GET', 'PUT', 'DELETE'].includes(asked.method)) return NOT_ALLOWED;
    if (!/^[-+]?\d+$/.test(text)) return invalid('path', 'item_id');
    const id = Number(text);
    const item = items.get(id);
    if (asked.method === 'PUT') {
      return withBody(asked, ITEM, ['name', 'price'], (fields) => {
        if (!item) return refused(404, 'No such item');
        if (isTaken(fields['name'], id)) return refused(409, 'The name is taken');
        items.set(id, fields as Item);
        return { status: 200, json: { ...fields, id } };
      });
    }
    if (!item) return refused(404, 'No such item');
    if (asked.method === 'GET') return { status: 200, json: { ...item, id } };
    items.delete(id);
    return { status: 204 };
  };
  const register = (asked: Asked): Answer =>
    withBody(asked, USER, ['email', 'password'], ({ email }) => {
      if (users.has(String(email))) return refused(409, 'The address is taken');
      users.add(String(email));
      return { status: 201, json: { id: users.size, email } };
    });
  const order = (asked: Asked): Answer =>
    withBody(asked, ORDER, ['item_id'], ({ item_id: id }) => {
      if (!items.has(Number(id))) return refused(404, 'No such item');
      last += 1;
      return last % 3 === 0 ? refused(402, 'Pay first') : { status: 201, json: { id: last } };
    });
  const routes: Readonly<Record<string, Readonly<Record<string, (asked: Asked) => Answer>>>> = {
    items: { GET: list, POST: create },
    users: { POST: register },
    token: { POST: logIn },
    me: { GET: me },
    orders: { POST: order },
    health: { GET: () => ({ status: 200, json: { ok: true } }) },
  };
  return (asked) => {
    const [first = '', second, ...rest] = asked.segments;
    if (first === 'items' && second !== undefined && second !== '' && rest.length === 0)
      return one(asked, second);
    if (first === 'files' && second !== undefined)
      return asked.method === 'GET' ? file([second, ...rest].join('/')) : NOT_ALLOWED;
    const methods =
      second === undefined && Object.hasOwn(routes, first) ? routes[first] : undefined;
    if (!methods) return NOT_FOUND;
    return methods[asked.method]?.(asked) ?? NOT_ALLOWED;
  };
}

/** Checks a body as a framework does, before a handler sees it. */
function withBody(
  { body }: Asked,
  checks: Readonly<Record<string, Check>>,
  required: readonly string[],
  handle: (fields: Fields) => Answer,
): Answer {
  if (body === 'not text') return refused(400, 'There was an error parsing the body');
  if (body === 'not JSON' || body === undefined) return invalid('body');
  const { json } = body;
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return invalid('body');
  const fields = json as Fields;
  for (const name of required) if (!Object.hasOwn(fields, name)) return invalid('body', name);
  const known = Object.entries(fields).filter(([name]) => Object.hasOwn(checks, name));
  for (const [name, value] of known) if (!checks[name]?.(value)) return invalid('body', name);
  return handle(Object.fromEntries(known));
}
