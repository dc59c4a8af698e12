import { isJson, parse, serve, type Arrived, type Served } from '../serve.ts';
import type { Reply } from '../reply.ts';
import type { CabinetFault } from './cabinet-fault.ts';
import { createLamps } from './cabinet-lamps.ts';
import { fitCard, showCards, type Card, type Drawer, type Field } from './cabinet-members.ts';
import { order, refuse, reply } from './replies.ts';
import { thingsAt } from './things-at.ts';

/** Serves what tests/mock/cases/cabinet describes, sharing no code with Kiln. */
export function serveCabinet(fault?: CabinetFault): Promise<Served> {
  const drawers = new Map<string, Drawer>([
    [
      'left',
      {
        seal: 'seal-0',
        fields: [
          { name: 'label', kind: 'text' },
          { name: 'size', kind: 'number' },
        ],
        cards: [{ no: 1, size: 2, text: 'Fragile' }],
      },
    ],
  ]);
  const { atLamps, lightOf, lamps } = createLamps(fault);
  let count = 1;

  const answer = (arrived: Arrived): Reply => {
    const { method, path } = arrived;
    const key = arrived.headers['x-key'];
    if (key !== 'cabinet_test_key' && key !== 'cabinet_guest_key') return refuse(401);
    const parts = path.split('/').slice(2);
    const body = arrived.text ? parse(arrived.text) : {};
    if (arrived.text && (!isJson(arrived) || typeof body !== 'object' || body === null))
      return refuse(400);
    const said = body as Record<string, unknown>;
    const isReader = key === 'cabinet_guest_key';
    const isRead =
      method === 'GET' ||
      path.endsWith('/search') ||
      path === '/v1/sql' ||
      path.startsWith('/v1/things/');
    if (isReader && !isRead) return refuse(403);
    if (parts[0] === 'drawers') return atDrawers(method, parts.slice(1), said);
    if (parts[0] === 'lamps') return atLamps(arrived, parts[1]);
    if (parts[0] === 'light') return lightOf(parts[1]);
    if (parts[0] === 'sql') return atSql(said, isReader);
    if (parts[0] === 'things' && method === 'POST')
      return thingsAt({ drawers: [...drawers.keys()], lamps, fault }, parts[1] ?? '', said);
    return refuse(404);
  };

  const atDrawers = (
    method: string,
    [name, what, which]: string[],
    said: Record<string, unknown>,
  ): Reply => {
    if (name === undefined) {
      if (method === 'GET')
        return reply(
          200,
          [...drawers].map(([own, { seal }]) => ({ name: own, seal })),
        );
      const { name: fresh, fields = [] } = said as {
        name?: string;
        fields?: { title: string; kind: string; extra?: Field['more'] }[];
      };
      if (typeof fresh !== 'string' || fresh === '' || !Array.isArray(fields)) return refuse(400);
      count += 1;
      const given =
        fault === 'drawer-lacks-input'
          ? []
          : fields.map(({ title, kind, extra }) => ({
              name: title,
              kind,
              ...(extra !== undefined && { more: extra }),
            }));
      const always = fault === 'drawer-is-empty' ? [] : [{ name: 'label', kind: 'text' }];
      drawers.set(fresh, { seal: `seal-${count}`, fields: [...always, ...given], cards: [] });
      return reply(201, { name: fresh, seal: `seal-${count}` });
    }
    const drawer = drawers.get(name);
    if (!drawer) return refuse(404);
    if (what === undefined) {
      drawers.delete(name);
      return reply(204);
    }
    return what === 'fields' ? atFields(drawer, method, which, said) : atCards(drawer, which, said);
  };

  const atFields = (
    drawer: Drawer,
    method: string,
    which: string | undefined,
    said: Record<string, unknown>,
  ): Reply => {
    const list = () => reply(200, { fields: drawer.fields, count: drawer.fields.length });
    if (which === undefined) {
      if (method === 'GET') return list();
      const {
        title,
        kind,
        extra = {},
      } = said as {
        title: string;
        kind: string;
        extra?: Field['more'];
      };
      if (typeof title !== 'string' || typeof kind !== 'string' || title === '') return refuse(400);
      drawer.fields = [
        ...drawer.fields.filter((it) => it.name !== title),
        { name: title, kind, ...(extra && { more: extra }) },
      ];
      return reply(201, { title, kind, more: extra });
    }
    const field = drawer.fields.find((it) => it.name === which);
    if (method === 'DELETE') {
      if (which === 'label' && fault !== 'deletes-label') return refuse(400);
      if (!field) return refuse(404);
      drawer.fields = drawer.fields.filter((it) => it !== field);
      return reply(204);
    }
    if (typeof said['newTitle'] !== 'string' || said['newTitle'] === '') return refuse(400);
    if (which === 'label' && fault !== 'renames-label') return refuse(400);
    if (!field) return refuse(404);
    if (fault !== 'rename-in-vain') field.name = said['newTitle'];
    return list();
  };

  const atCards = (
    drawer: Drawer,
    which: string | undefined,
    said: Record<string, unknown>,
  ): Reply => {
    if (which === undefined) {
      const { values } = said;
      if (typeof values !== 'object' || values === null) return refuse(400);
      const made: Card[] = [];
      for (const it of [values].flat() as Card[]) {
        const card = fitCard(drawer, { ...it, no: (count += 1) }, made, fault);
        if (!card) return refuse(400);
        made.push(card);
      }
      drawer.cards.push(...made);
      return reply(201, { cards: Array.isArray(values) ? made : made[0] });
    }
    const where = (said['where'] ?? {}) as Record<string, unknown>;
    const met = drawer.cards.filter((card) =>
      Object.entries(where).every(([name, wanted]) => isMet(card[name], wanted)),
    );
    if (which === 'search') {
      const [first] = (said['order'] ?? []) as [string, string][];
      const [by = '', direction] =
        typeof said['order'] === 'string' ? said['order'].split(' ') : (first ?? []);
      const sign = direction === 'DESC' ? -1 : 1;
      const sorted =
        by === '' || fault === 'order-ignored'
          ? met
          : met.toSorted((a, b) => sign * order(a[by], b[by]));
      const show = said['show'] as string[] | undefined;
      const shown =
        show && fault !== 'shows-all'
          ? sorted.map((card) =>
              Object.fromEntries(Object.entries(card).filter(([name]) => show.includes(name))),
            )
          : sorted;
      return reply(200, { cards: showCards(drawers, drawer, shown, said, fault) });
    }
    const { values } = said as { values?: Card };
    if (typeof values !== 'object' || values === null) return refuse(400);
    const { no, ...changes } = values;
    const one = drawer.cards.filter((card) => card['no'] === no);
    if (no !== undefined && one.length === 0) return refuse(404);
    const chosen = no === undefined ? (fault === 'changes-all' ? drawer.cards : met) : one;
    if (chosen.some((card) => !fitCard(drawer, { ...card, ...changes }, [], fault)))
      return refuse(400);
    for (const card of chosen) if (fault !== 'changes-none') Object.assign(card, changes);
    return reply(200, { cards: no === undefined ? chosen : chosen[0] });
  };

  const isMet = (held: unknown, wanted: unknown): boolean => {
    if (fault === 'filter-ignored') return true;
    if (typeof wanted !== 'object' || wanted === null) return held === wanted;
    return Object.entries(wanted as Record<string, never>).every(([name, value]) => {
      if (name === 'is') return held === value;
      if (name === 'not') return held !== value;
      if (name === 'over') return fault === 'over-ignored' || (held as number) > value;
      if (name === 'from') return (held as number) >= value;
      if (name === 'under') return (held as number) < value;
      if (name === 'to') return (held as number) <= value;
      if (name === 'like') return String(held).includes(value);
      if (name === 'any') return (value as unknown[]).includes(held);
      if (name === 'none') return fault === 'none-ignored' || !(value as unknown[]).includes(held);
      if (name === 'empty') return (held === undefined) === value;
      return true;
    });
  };

  const atSql = (said: Record<string, unknown>, isReader: boolean): Reply => {
    const [, verb, name = ''] =
      /^(SELECT \*|DELETE) FROM "([^"]*)"/.exec(String(said['ask'])) ?? [];
    const drawer = drawers.get(name);
    if (verb === undefined) return refuse(400);
    if (!drawer) return refuse(404);
    if (verb === 'DELETE')
      return isReader && fault !== 'guest-deletes'
        ? refuse(403)
        : reply(200, { rows: [], count: 0 });
    const rows = fault === 'sql-of-yesterday' ? drawer.cards.slice(0, 1) : drawer.cards;
    return reply(200, { rows, count: rows.length });
  };

  return serve(answer);
}
