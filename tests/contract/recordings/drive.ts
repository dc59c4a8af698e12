import { LIFETIME, WINDOW } from './subject.ts';

interface Reply {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

/** An ordinary client: somebody else's, through somebody else's recorder. */
export type Ask = (
  method: string,
  path: string,
  headers?: Readonly<Record<string, string>>,
  body?: string,
) => Promise<Reply>;

const JSON_TYPE = { 'content-type': 'application/json' };
const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
const TEAM = bearer('kennels_team');
const gate = (key: string, secret: string) => ({ 'x-gate-key': key, 'x-gate-secret': secret });
const DOGS = '/dogs?kennel=north';
const DOG = JSON.stringify({ kind: 'dog', name: 'Rex', sex: 'male' });
const BATCH = JSON.stringify({ dogs: [{ name: 'Rex' }] });
const wait = (seconds: number) =>
  new Promise<void>((done) => void setTimeout(done, seconds * 1000));

/** What people do with a kennel in a day; what has to be waited for only where that is asked for. */
export async function drive(ask: Ask, isPatient: boolean): Promise<void> {
  const patient = isPatient
    ? [useQuotas(ask), useSessions(ask)]
    : [logIn(ask).then(() => undefined)];
  await keepToys(ask);
  await walk(ask);
  await importDogs(ask);
  await knock(ask);
  await Promise.all(patient);
}

async function keepToys(ask: Ask): Promise<void> {
  const ids: string[] = [];
  for (const name of ['Rope', 'Ring', 'Duck']) {
    const made = await ask('POST', '/toys', { ...TEAM, ...JSON_TYPE }, JSON.stringify({ name }));
    ids.push(idIn(made));
    await ask('GET', `/toys/${ids.at(-1)}`, TEAM);
  }
  await ask('GET', '/toys/ids', TEAM);
  await ask('GET', '/toys', TEAM);
  await readPages(ask);
  await readPages(ask);
  for (const id of ids) {
    const changed = JSON.stringify({ name: `New ${id}` });
    await ask('PATCH', `/toys/${id}`, { ...TEAM, ...JSON_TYPE }, changed);
    await ask('GET', `/toys/${id}`, TEAM);
    await ask('GET', '/toys', TEAM);
  }
  for (const id of ids) {
    await ask('DELETE', `/toys/${id}`, TEAM);
    await ask('GET', `/toys/${id}`, TEAM);
    await ask('GET', '/toys/ids', TEAM);
    await ask('GET', '/toys', TEAM);
  }
  // Whoever is not sure that it came through sends it again.
  for (const id of ids) await ask('DELETE', `/toys/${id}`, TEAM);
  // Nothing is as long as the page: the whole list in one.
  for (const size of [40, 50]) await ask('GET', `/toys?page=1&size=${size}`, TEAM);
}

async function readPages(ask: Ask): Promise<void> {
  for (let page = 1; page < 9; page += 1) {
    const { body } = await ask('GET', `/toys?page=${page}&size=2`, TEAM);
    const { toys = [] } = jsonIn(body) as { toys?: readonly unknown[] };
    if (toys.length < 2) return;
  }
}

async function walk(ask: Ask): Promise<void> {
  const walks: string[] = [];
  for (let n = 0; n < 3; n += 1) walks.push(idIn(await ask('POST', '/walks', TEAM)));
  for (const id of walks) await ask('GET', `/walks/${id}`, TEAM);
  await wait(1.5);
  for (const id of [...walks, ...walks]) await ask('GET', `/walks/${id}`, TEAM);
}

async function importDogs(ask: Ask): Promise<void> {
  const post = (body: string) => ask('POST', '/dogs/batch', { ...TEAM, ...JSON_TYPE }, body);
  const small = JSON.stringify({ dogs: [{ name: 'Rex' }] });
  for (const size of [small.length, 1500, 1999, 2000, 2001, 4000]) await post(small.padEnd(size));
  for (const size of [150, 225, 299, 300, 301, 600]) {
    const name = 'x'.repeat(size - JSON.stringify({ name: '' }).length);
    await post(JSON.stringify({ dogs: [{ name }] }));
  }
  for (const count of [1, 4, 5, 6]) {
    await post(JSON.stringify({ dogs: Array.from({ length: count }, () => ({ name: 'Rex' })) }));
  }
}

/** Everybody who comes to the door, known and unknown. */
async function knock(ask: Ask): Promise<void> {
  const callers: Readonly<Record<string, string>>[] = [
    TEAM,
    bearer('kennels_reader'),
    { authorization: 'bearer kennels_team' },
    {},
    bearer('kennels_short'),
    bearer('???'),
    bearer('nobody_knows_me'),
    bearer('kennels_te'),
    bearer('kennels_team_and_more'),
    bearer('KENNELS_TEAM'),
    gate('kennels_red_key', 'kennels_red_secret'),
  ];
  for (const caller of callers) {
    for (let times = 0; times < 3; times += 1) await ask('GET', DOGS, caller);
    await ask('POST', '/dogs', { ...caller, ...JSON_TYPE }, DOG);
    await ask('GET', '/me', caller);
    await ask('POST', '/toys', { ...caller, ...JSON_TYPE }, JSON.stringify({ name: 'Bell' }));
    await knockElsewhere(ask, caller);
  }
  for (const name of ['bearer', 'Authorization', 'authorization', 'access_token', 'key']) {
    const query = `${name}=kennels_team`;
    await ask('GET', `${DOGS}&${query}`);
    await ask('POST', `/dogs?${query}`, JSON_TYPE, DOG);
    await ask('POST', `/dogs/batch?${query}`, JSON_TYPE, BATCH);
    await ask('POST', `/walks?${query}`);
    for (const path of ['/toys', '/toys/ids']) await ask('GET', `${path}?${query}`);
  }
  await ask('GET', '/dogs');
  await ask('POST', '/dogs', JSON_TYPE, '{}');
  for (const [key, secret] of [
    ['red', 'red'],
    ['blue', 'blue'],
    ['red', 'blue'],
    ['blue', 'red'],
  ] as const)
    await ask('GET', '/gate', gate(`kennels_${key}_key`, `kennels_${secret}_secret`));
  await ask('GET', '/gate', { 'x-gate-key': 'kennels_red_key' });
  await ask('GET', '/gate', { 'x-gate-secret': 'kennels_red_secret' });
  await ask('GET', '/gate', TEAM);
  await ask('GET', '/gate');
}

/** The other doors, and things that are there behind them. */
async function knockElsewhere(ask: Ask, caller: Readonly<Record<string, string>>): Promise<void> {
  const made = await ask(
    'POST',
    '/toys',
    { ...TEAM, ...JSON_TYPE },
    JSON.stringify({ name: 'Cone' }),
  );
  const toy = `/toys/${idIn(made)}`;
  const walked = `/walks/${idIn(await ask('POST', '/walks', TEAM))}`;
  for (const path of ['/toys', '/toys/ids', toy, walked]) {
    for (let times = 0; times < 3; times += 1) await ask('GET', path, caller);
  }
  await ask('POST', '/walks', caller);
  await ask('POST', '/dogs/batch', { ...caller, ...JSON_TYPE }, BATCH);
  await ask('PATCH', toy, { ...caller, ...JSON_TYPE }, JSON.stringify({ name: 'Disc' }));
  await ask('PATCH', toy, { ...caller, ...JSON_TYPE }, '{"name":1}');
  await ask('DELETE', toy, caller);
  await ask('DELETE', toy, TEAM);
}

async function useQuotas(ask: Ask): Promise<void> {
  const [free, other] = [bearer('kennels_free'), bearer('kennels_other')];
  const order = [free, other, free, other, free, free, free, free, free, other];
  const list = ['GET', DOGS] as const;
  const create = ['POST', '/dogs', DOG] as const;
  const load = ['POST', '/dogs/batch', BATCH] as const;
  for (const [method, path, body] of [list, list, list, create, create, load, load]) {
    // Well within the window: nobody knows to a second when it begins.
    const into = (Date.now() / 1000) % WINDOW;
    await wait(WINDOW - into + 2.5);
    const type = body === undefined ? {} : JSON_TYPE;
    for (const caller of order) await ask(method, path, { ...caller, ...type }, body);
  }
}

async function logIn(ask: Ask): Promise<Readonly<Record<string, string>>> {
  const login = await ask('POST', '/login', JSON_TYPE, JSON.stringify({ name: 'ada' }));
  const [pair = ''] = (login.header('set-cookie') ?? '').split(';');
  return { cookie: pair };
}

async function useSessions(ask: Ask): Promise<void> {
  for (let times = 0; times < 2; times += 1) {
    const session = await logIn(ask);
    await ask('GET', '/me', session);
    await wait(LIFETIME * 0.6);
    await ask('GET', '/me', session);
    await wait(LIFETIME + 3);
    await ask('GET', '/me', session);
  }
}

function idIn({ body }: Reply): string {
  const { id } = jsonIn(body) as { id?: unknown };
  return typeof id === 'string' ? id : 'nothing';
}

function jsonIn(body: string): object {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
