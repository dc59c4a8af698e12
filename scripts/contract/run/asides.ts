import type { Blamed } from '../proof/accuser.ts';
import type { Confirmed } from '../proof/confirm.ts';
import type { Docket } from '../proof/docket.ts';
import { sizeOf } from '../../wire/exchange.ts';

/** What answers of a check showed by the way, until it is asked for again. */
interface Asides {
  /** Keeps in mind what was seen; of the same seen twice the smaller. */
  readonly note: (id: string, blamed: Blamed) => Promise<void>;
  /** Asks for what was noted again, and keeps what stands; nothing more is sent where the run is over. */
  readonly settle: (isOver: boolean) => Promise<void>;
}

interface AsidesOptions {
  readonly docket: Docket;
  readonly stands: (blamed: Blamed) => Promise<Confirmed>;
}

/** Why what was found last is not told: it could not be seen again. */
const TOO_LATE = 'the run ended before it could be asked for again: ';

export function createAsides({ docket, stands }: AsidesOptions): Asides {
  const noted = new Map<string, Blamed>();
  /** What was asked for again already, and the size of what shows it; 0 where it did not stand. */
  const settled = new Map<string, number>();
  return {
    async note(id, blamed) {
      const { complaint, exchange } = blamed;
      const size = sizeOf(exchange);
      const known = noted.get(id);
      const least = known ? sizeOf(known.exchange) : (settled.get(id) ?? Infinity);
      if (least <= size || !(await docket.isProven(complaint))) return;
      if (!settled.has(id)) noted.set(id, blamed);
      else {
        settled.set(id, size);
        docket.keep(complaint, exchange);
      }
    },
    async settle(isOver) {
      for (const [id, blamed] of noted) {
        const { message } = blamed.complaint;
        const standing = isOver ? { undetermined: `${TOO_LATE}${message}` } : await stands(blamed);
        noted.delete(id);
        const isKept = !('undetermined' in standing);
        settled.set(id, isKept ? sizeOf(blamed.exchange) : 0);
        if (isKept) docket.keep(standing.complaint, blamed.exchange);
        else docket.leaveOpen(standing.undetermined);
      }
    },
  };
}
