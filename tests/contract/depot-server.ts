import type { DepotFault } from './depot-faults.ts';
import { isAllowed } from './depot-hook.ts';
import type { DepotMemory, Note } from './depot-memory.ts';
import { isPlaced } from './depot-memory.ts';
import type { Harmless } from './harmless.ts';
import { isJson, parse, serve, type Arrived, type Served } from './serve.ts';
import { type Reply } from './reply.ts';

const MINUTE = 60_000;
const LIFETIME = 3600;

/** A handwritten server of the depot description. Without a fault it conforms. */
export async function serveDepot(fault?: DepotFault, harmless?: Harmless): Promise<Served> {
  const memory: DepotMemory = {
    notes: new Map([['n0', { id: 'n0', text: 'The first.' }]]),
    jobs: new Map(),
    sessions: new Map(),
    updated: new Set(),
    issued: 0,
  };
  const served = await serve((arrived) => answer(arrived, memory, fault), harmless);
  return { ...served, hookTo: (url) => void (memory.hook = url) };
}

type Handle = (arrived: Arrived, memory: DepotMemory, fault?: DepotFault) => Reply;

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Which credential opens it; none when left out. */
  readonly by?: 'key' | 'session' | 'token' | 'oauth';
  readonly handle: Handle;
}

function reply(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const type = text === undefined ? {} : { 'content-type': 'application/json' };
  return { status, headers: { ...type, ...headers }, body: text };
}

const refuse = (status: number, code: string, headers: Record<string, string> = {}): Reply =>
  reply(status, { error: { text: 'no', code } }, headers);

const fine = (headers: Record<string, string> = {}): Reply => reply(200, { fine: true }, headers);

async function answer(arrived: Arrived, memory: DepotMemory, fault?: DepotFault): Promise<Reply> {
  const { method, path, headers } = arrived;
  const here = ROUTES.filter((it) => it.path.test(path));
  if (here.length === 0) return refuse(404, 'none');
  const route = here.find((it) => it.method === method);
  if (!route) return refuse(405, 'method', { allow: here.map((it) => it.method).join(', ') });
  const isAdding = route.handle === createNote;
  if (isAdding && fault === 'asks-about-anything') await isAllowed(memory.hook, { text: 'New.' });
  if (!isOpen(arrived, route.by, memory, fault))
    return refuse(401, 'who', { 'www-authenticate': 'Key' });
  const accepts = headers.accept ?? '*/*';
  if (!/\*\/\*|application\/(json|\*)/.test(accepts) && fault !== 'sends-json-anyway')
    return refuse(406, 'accept');
  if (['POST', 'PUT'].includes(method)) {
    if (!isJson(arrived)) return refuse(fault === 'fails-on-other-media' ? 500 : 415, 'media');
    if (parse(arrived.text) === undefined) return refuse(400, 'bad');
  }
  const note = isAdding ? inputOf(arrived.text) : undefined;
  if (note && !(await isAllowed(memory.hook, note, fault))) {
    if (fault === 'refuses-in-vain') route.handle(arrived, memory);
    return refuse(400, 'veto');
  }
  return route.handle(arrived, memory, fault);
}

function isOpen(
  { headers, path, now }: Arrived,
  by: Route['by'],
  { sessions }: DepotMemory,
  fault?: DepotFault,
): boolean {
  const authorization = headers.authorization ?? '';
  const word = fault === 'wants-a-capital' ? /^Bearer / : /^bearer /i;
  const token = word.test(authorization) ? authorization.slice('Bearer '.length) : '';
  switch (by) {
    case 'key':
      return headers['x-key'] === 'depot_test_key' && fault !== 'turns-everybody-away';
    case 'token':
      return (
        token === 'depot_test_token' ||
        (token === 'depot_reader_token' && fault !== 'keeps-readers-out')
      );
    case 'oauth':
      return token === 'depot_test_oauth' || token === 'depot_bare_oauth';
    case 'session': {
      const id = /(?:^|;\s*)depot=([^;]*)/.exec(headers.cookie ?? '')?.[1] ?? '';
      if (id === 'depot_test_session') return true;
      if (fault === 'trusts-forged-sessions' && id.startsWith('s')) return true;
      const ends = sessions.get(id);
      if (ends === undefined || fault === 'forgets-sessions') return false;
      const early = fault === 'ends-sessions-early' ? LIFETIME * 500 : 0;
      return now < ends - early || fault === 'never-ends-sessions';
    }
    case undefined:
      return !(fault === 'guards-the-public' && path === '/v1/status');
  }
}

const isBox = (it: unknown): boolean => it !== null && typeof it === 'object' && !Array.isArray(it);

const packBoxes: Handle = ({ text }, _memory, fault) => {
  const { boxes } = Object(parse(text)) as { boxes?: unknown };
  if (!Array.isArray(boxes) || !boxes.every(isBox)) return refuse(400, 'bad');
  const most = { 'takes-a-longer-item': 301, 'refuses-a-full-item': 299 }[String(fault)] ?? 300;
  const isLong = boxes.some((it) => Buffer.byteLength(JSON.stringify(it)) > most);
  return isLong ? refuse(413, 'large') : fine();
};

const getLedger: Handle = ({ headers }, _memory, fault) => {
  const isBare = headers.authorization?.endsWith('depot_bare_oauth');
  return isBare && fault !== 'ignores-scopes' ? refuse(403, 'nobody') : fine();
};

const logIn: Handle = ({ text, now }, memory, fault) => {
  const { name } = Object(parse(text)) as { name?: unknown };
  if (typeof name !== 'string' || name === '') return refuse(400, 'bad');
  memory.issued += 1;
  const id = `s${memory.issued}-${Math.random().toString(36).slice(2)}`;
  memory.sessions.set(id, now + LIFETIME * 1000);
  if (fault === 'issues-nothing') return fine();
  const seconds = fault === 'issues-for-a-day' ? 86_400 : LIFETIME;
  return fine({ 'set-cookie': `depot=${id}; Path=/; HttpOnly; Max-Age=${seconds}` });
};

const printLabel: Handle = ({ text, now }, { jobs }, fault) => {
  if (!inputOf(text)) return refuse(400, 'bad');
  const job = `j${jobs.size + 1}`;
  if (fault !== 'loses-jobs') jobs.set(job, { began: now, asked: 0 });
  return reply(202, fault === 'names-no-job' ? {} : { job });
};

const getLabel: Handle = ({ path, now }, { jobs }, fault) => {
  const job = jobs.get(path.split('/').at(-1) ?? '');
  if (!job) return path.endsWith('/j0') ? reply(200, { state: 'printed' }) : refuse(404, 'none');
  const age = fault === 'works-for-ever' ? 0 : now - job.began;
  const state = age > 2 * MINUTE ? 'printed' : age > MINUTE / 2 ? 'printing' : 'waiting';
  if (state === 'printed') job.asked += 1;
  if (fault === 'goes-back' && job.asked > 1) return reply(200, { state: 'printing' });
  return reply(200, { state: fault === 'shouts-states' ? state.toUpperCase() : state });
};

const listNotes: Handle = ({ query }, { notes }, fault) => {
  const page = Number(query.get('page') ?? 1);
  const size = Number(query.get('size') ?? 10_000);
  const isWhole = [page, size].every((it) => Number.isInteger(it) && it >= 1 && it <= 10_000);
  if (!isWhole || (query.has('size') && size > 50)) return refuse(400, 'bad');
  const all = fault === 'lists-no-notes' ? [] : [...notes.values()];
  const kept =
    fault === 'loses-an-item' ? all.filter(({ id }) => Number(id.slice(1)) % 3 !== 2) : all;
  const from = (page - 1) * size - (fault === 'overlaps-pages' && page > 1 ? 1 : 0);
  const to = from + size + (fault === 'long-pages' ? 1 : 0);
  return reply(200, { notes: kept.slice(from, to), count: kept.length });
};

const listShelves: Handle = (_arrived, _memory, fault) =>
  reply(200, { shelves: [{ id: 's1' }], count: fault === 'counts-one-more' ? 2 : 1 });

const createNote: Handle = ({ text }, { notes }, fault) => {
  const input = inputOf(text);
  if (!input) return refuse(400, 'bad');
  const place = fault === 'forgets-defaults' ? '' : 'hall';
  const written = fault === 'stops-its-clock' ? '2024-01-15T10:30:00Z' : new Date().toISOString();
  const id = fault === 'repeats-ids' ? 'n1' : `n${notes.size}`;
  const note = { place, written, ...input, id };
  const kept = fault === 'mangles-notes' ? { ...note, text: note.text.slice(0, 5) } : note;
  if (fault !== 'forgets-notes') notes.set(note.id, kept);
  return reply(201, note);
};

const onNote =
  (
    handle: (note: Note, arrived: Arrived, memory: DepotMemory, fault?: DepotFault) => Reply,
  ): Handle =>
  (arrived, memory, fault) => {
    const id = arrived.path.split('/').at(-1) ?? '';
    if (!/^n[0-9]{1,9}$/.test(id)) return refuse(400, 'bad');
    const note = memory.notes.get(id);
    return note ? handle(note, arrived, memory, fault) : refuse(404, 'none');
  };

const replaceNote = onNote(({ id }, { text }, { notes, updated }, fault) => {
  const input = inputOf(text);
  if (!input) return refuse(400, 'bad');
  if (fault === 'updates-once' && updated.has(id)) return refuse(404, 'none');
  updated.add(id);
  if (fault === 'ignores-updates') notes.set(id, { id, text: 'As it was.' });
  else notes.set(id, { ...input, id });
  return reply(200, { ...input, id });
});

const deleteNote = onNote(({ id }, _arrived, { notes }, fault) => {
  if (fault !== 'keeps-deleted' && id !== 'n0') notes.delete(id);
  return reply(204, undefined);
});

const getFormer: Handle = (_arrived, _memory, fault) => {
  const deprecation = `@${Date.parse('2024-02-29') / 1000}`;
  const day = fault === 'ends-another-day' ? '2031-06-30' : '2030-06-30';
  return fine({
    deprecation: fault === 'deprecates-as-true' ? 'true' : deprecation,
    sunset: new Date(day).toUTCString(),
  });
};

function inputOf(text: string | undefined): Omit<Note, 'id'> | undefined {
  const value = parse(text);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const { text: said, stars, ...more } = value as Partial<Note>;
  if (!isPlaced(more)) return undefined;
  const length = typeof said === 'string' ? Array.from(said).length : 0;
  if (said === undefined || length < 1 || length > 200) return undefined;
  const { place, written } = more;
  const own = {
    text: said,
    ...(place !== undefined && { place }),
    ...(written !== undefined && { written }),
  };
  if (stars === undefined) return own;
  const isRating = Number.isInteger(stars) && stars >= 0 && stars <= 5;
  return isRating ? { ...own, stars } : undefined;
}

const ONE_NOTE = /^\/v1\/notes\/[^/]+$/;

const ROUTES: readonly Route[] = [
  { method: 'POST', path: /^\/v1\/boxes$/, by: 'key', handle: packBoxes },
  { method: 'GET', path: /^\/v1\/notes$/, by: 'key', handle: listNotes },
  { method: 'POST', path: /^\/v1\/notes$/, by: 'key', handle: createNote },
  { method: 'GET', path: ONE_NOTE, by: 'key', handle: onNote((note) => reply(200, note)) },
  { method: 'PUT', path: ONE_NOTE, by: 'key', handle: replaceNote },
  { method: 'DELETE', path: ONE_NOTE, by: 'key', handle: deleteNote },
  { method: 'POST', path: /^\/v1\/login$/, handle: logIn },
  { method: 'GET', path: /^\/v1\/me$/, by: 'session', handle: () => fine() },
  { method: 'POST', path: /^\/v1\/labels$/, by: 'key', handle: printLabel },
  { method: 'GET', path: /^\/v1\/labels\/[^/]+$/, by: 'key', handle: getLabel },
  { method: 'GET', path: /^\/v1\/shelves$/, by: 'key', handle: listShelves },
  { method: 'GET', path: /^\/v1\/status$/, handle: () => fine() },
  { method: 'GET', path: /^\/v1\/audit$/, by: 'token', handle: () => fine() },
  { method: 'GET', path: /^\/v1\/ledger$/, by: 'oauth', handle: getLedger },
  { method: 'GET', path: /^\/v1\/former$/, by: 'key', handle: getFormer },
];
