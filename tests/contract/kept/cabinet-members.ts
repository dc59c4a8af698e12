import type { CabinetFault } from './cabinet-fault.ts';

export type Card = Record<string, unknown>;

export interface Field {
  name: string;
  kind: string;
  more?: { usual?: unknown; once?: unknown; drawer?: unknown };
}

export interface Drawer {
  seal: string;
  fields: Field[];
  cards: Card[];
}

const TYPES: Readonly<Record<string, string>> = { number: 'number', flag: 'boolean' };

/** A card as the fields of its drawer have it; undefined where they do not allow it. */
export function fitCard(
  { fields, cards }: Drawer,
  card: Card,
  before: readonly Card[],
  fault: CabinetFault | undefined,
): Card | undefined {
  const fit = { ...card };
  for (const { name, kind, more = {} } of fields) {
    const isUsual = (fit[name] ?? null) === null && more.usual !== undefined;
    if (isUsual && fault !== 'forgets-usual') fit[name] = more.usual;
    const value = fit[name] ?? null;
    if (value === null) continue;
    const type = TYPES[kind];
    if (type !== undefined && typeof value !== type && fault !== 'takes-any-type') return undefined;
    const isTwice = [...cards, ...before].some(
      (it) => it['no'] !== fit['no'] && it[name] === value,
    );
    if (more.once === true && isTwice && fault !== 'takes-twice') return undefined;
  }
  return fit;
}

/** Cards as a search shows them: linked cards in the place of their numbers, and texts cut. */
export function showCards(
  drawers: ReadonlyMap<string, Drawer>,
  { fields }: Drawer,
  cards: readonly Card[],
  said: Record<string, unknown>,
  fault: CabinetFault | undefined,
): readonly Card[] {
  const wanted = fault === 'always-follows' ? true : (said['follow'] ?? true);
  const isFollowed = (name: string) =>
    fault !== 'never-follows' &&
    (wanted === true || (Array.isArray(wanted) && wanted.includes(name)));
  const links = fields.filter(({ kind, name }) => kind === 'link' && isFollowed(name));
  const cut = fault === 'cuts-nothing' ? undefined : said['cut'];
  const long = cut === true ? (fault === 'cuts-late' ? 40 : 20) : cut;
  return cards.map((card) => {
    const linked = links.flatMap(({ name, more }) => {
      const target = drawers.get(String(more?.drawer))?.cards.find((it) => it['no'] === card[name]);
      return target ? [[name, target] as const] : [];
    });
    const whole: Card = { ...card, ...Object.fromEntries(linked) };
    if (typeof long !== 'number') return whole;
    return Object.fromEntries(
      Object.entries(whole).map(([name, value]) => [
        name,
        typeof value === 'string' ? Buffer.from(value).subarray(0, long).toString() : value,
      ]),
    );
  });
}
