import type { Reply } from '../reply.ts';
import type { CabinetFault } from './cabinet-fault.ts';
import type { Lamp } from './cabinet-lamps.ts';
import { refuse, reply } from './replies.ts';

interface Cabinet {
  readonly drawers: readonly string[];
  readonly lamps: readonly Lamp[];
  readonly fault: CabinetFault | undefined;
}

/** Drawers and lamps that are off, side by side. */
export function thingsAt(
  { drawers, lamps, fault }: Cabinet,
  place: string,
  said: Record<string, unknown>,
): Reply {
  const {
    sorts = [],
    text = '',
    limit,
  } = said as {
    sorts?: string[];
    text?: string;
    limit?: number;
  };
  if (!Array.isArray(sorts) || sorts.some((it) => !['DRAWER', 'LAMP'].includes(it)))
    return refuse(400);
  if (typeof text !== 'string' || (limit !== undefined && !Number.isInteger(limit)))
    return refuse(400);
  if (place === 'nowhere')
    return reply(200, { things: [], asked: fault === 'another-wish' ? { no: 1 } : said });
  const off = lamps.filter((it) => !it.isOn && it.room === place && fault !== 'lamps-unlisted');
  const all = [
    ...drawers.map((name) => ({ id: name, name, sort: 'DRAWER' })),
    ...off.map(({ id, name, room }) => ({ id, name, room, sort: 'LAMP' })),
  ];
  const isWanted = ({ name, sort }: { name: string; sort: string }) => {
    const isOfSort = sorts.length === 0 || sorts.includes(sort) || fault === 'sorts-ignored';
    if (fault === 'finds-nothing' && text !== '') return false;
    const isNamed = name.toLowerCase().includes(text.toLowerCase()) || fault === 'text-ignored';
    return isOfSort && isNamed;
  };
  const wished = fault === 'more-wished' ? (limit ?? 0) + 1 : Math.max(0, limit ?? 0);
  return reply(200, { things: all.filter(isWanted), ...(limit !== undefined && { wished }) });
}
