import type { Arrived } from '../serve.ts';
import type { Reply } from '../reply.ts';
import type { CabinetFault } from './cabinet-fault.ts';
import { refuse, reply } from './replies.ts';

export interface Lamp {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly tag?: string;
  readonly place?: number;
  readonly madeAt?: string;
  readonly room?: string;
  readonly shade?: object;
  isOn: boolean;
  heat?: string | null;
  changedAt?: string;
}

/** The lamps of the cabinet: what stands below `/lamps`, and what gives light. */
export function createLamps(fault: CabinetFault | undefined): {
  readonly atLamps: (arrived: Arrived, which: string | undefined) => Reply;
  readonly lightOf: (code: string | undefined) => Reply;
  readonly lamps: readonly Lamp[];
} {
  const lamps: Lamp[] = [{ id: 1, name: 'Desk', isOn: true, code: 'k-zzzzzzzz' }];
  let count = 1;

  const list = ({ query }: Arrived): Reply => {
    const day = (name: string) => Date.parse(query.get(name) ?? '');
    const [since, until] = [day('since'), day('until') + 24 * 60 * 60 * 1000];
    const isIn = ({ madeAt }: Lamp): boolean => {
      const made = Date.parse(madeAt ?? '');
      const isEarly = fault !== 'period-is-open' && made < since;
      const isLate = fault !== 'period-ends-never' && made >= until;
      return !isEarly && !isLate;
    };
    const isBare = fault === 'period-of-nothing' && query.has('since');
    return reply(200, isBare ? [] : lamps.filter(isIn));
  };

  const make = (said: Record<string, unknown>, now: string): Reply => {
    if (typeof said['name'] !== 'string') return refuse(400);
    count += 1;
    const { room } = said as { room?: string };
    const colour = fault === 'lamp-is-grey' ? 'grey' : 'white';
    const places = lamps.map(({ place = 0 }) => place);
    const lamp: Lamp = {
      id: count,
      name: said['name'],
      isOn: said['isOn'] === true || fault === 'lamp-is-on',
      code: fault === 'same-code' ? 'k-always' : `k-${count}`,
      tag: fault === 'tag-is-name' ? said['name'] : `lamp ${said['name']}`,
      place: Math.max(0, ...places) + (fault === 'counts-by-two' ? 2 : 1),
      heat: null,
      shade: { colour, ...(said['shade'] as object | undefined) },
      ...(room && { room }),
      madeAt: now,
      changedAt: fault === 'changed-in-the-past' ? '2001-02-03T04:05:06Z' : now,
    };
    lamps.push(lamp);
    return reply(201, lamp);
  };

  const atLamps = (arrived: Arrived, which: string | undefined): Reply => {
    const { method, text, now } = arrived;
    const said = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
    const moment = new Date(now).toISOString();
    if (which === undefined) return method === 'GET' ? list(arrived) : make(said, moment);
    const lamp = lamps.find(({ id }) => String(id) === which);
    if (!lamp) return refuse(404);
    if (method === 'DELETE') {
      lamps.splice(lamps.indexOf(lamp), 1);
      return reply(204);
    }
    if (said['isOn'] !== undefined && typeof said['isOn'] !== 'boolean') return refuse(400);
    if (said['isOn'] !== undefined) lamp.isOn = said['isOn'];
    if (fault !== 'heat-stays') lamp.heat = 'warm';
    if (fault !== 'changed-stays') lamp.changedAt = moment;
    const { place, ...shown } = lamp;
    return reply(200, fault === 'shows-place' ? { ...shown, place } : shown);
  };

  const lightOf = (code: string | undefined): Reply => {
    const lamp = lamps.find((it) => it.code === code);
    if (!lamp) return refuse(404);
    const isLit = lamp.isOn || fault === 'same-light';
    return reply(200, { light: isLit ? { lumen: 400 } : 'It is dark.' });
  };

  return { atLamps, lightOf, lamps };
}
