import type { Blamed } from '../proof/accuser.ts';
import { asEnd, isEndOf, type Confirmed } from '../proof/confirm.ts';
import { isNobodyThere } from '../wire/failure.ts';
import type { Docket } from '../proof/docket.ts';
import { sizeOf } from '../../wire/exchange.ts';

/** What answers of a check showed by the way, until it is asked for again. */
interface Asides {
  /** Keeps in mind what was seen; of the same seen twice the smaller. */
  readonly note: (id: string, blamed: Blamed) => Promise<void>;
  /** Asks for what was noted again, and keeps what stands; nothing more is sent where the run is over, for a reason. */
  readonly settle: (over: string | undefined) => Promise<void>;
}

interface AsidesOptions {
  readonly docket: Docket;
  readonly stands: (blamed: Blamed) => Promise<Confirmed>;
  /** Whether no other request of the run was cut off. */
  readonly isOneCut: () => boolean;
}

/** Why what was found last is not told: it could not be seen again. */
const TOO_LATE = 'the run ended before it could be asked for again: ';

export function createAsides({ docket, stands, isOneCut }: AsidesOptions): Asides {
  const noted = new Map<string, Blamed>();
  /** What was asked for again already, and the size of what shows it; 0 where it did not stand. */
  const settled = new Map<string, number>();
  return {
    async note(id, blamed) {
      const { complaint, exchange } = blamed;
      const size = sizeOf(exchange);
      const known = noted.get(id);
      const least = known ? sizeOf(known.exchange) : (settled.get(id) ?? Infinity);
      // Whoever is not there any more was ended by another request.
      if (exchange.failure !== undefined && isNobodyThere(exchange.failure)) return;
      if (least <= size || !(await docket.isProven(complaint))) return;
      if (!settled.has(id)) noted.set(id, blamed);
      else {
        settled.set(id, size);
        docket.keep(complaint, exchange);
      }
    },
    async settle(over) {
      for (const [id, blamed] of noted) {
        const standing = over === undefined ? await stands(blamed) : told(blamed, over, isOneCut());
        noted.delete(id);
        const isKept = !('undetermined' in standing);
        settled.set(id, isKept ? sizeOf(blamed.exchange) : 0);
        if (isKept) docket.keep(standing.complaint, blamed.exchange);
        else docket.leaveOpen(standing.undetermined);
      }
    },
  };
}

/** What is told of what cannot be asked for again, since the run is over. */
function told({ complaint, exchange }: Blamed, over: string, isOneCut: boolean): Confirmed {
  if (isEndOf(exchange, over)) return asEnd(complaint, isOneCut);
  return { undetermined: `${TOO_LATE}${complaint.message}` };
}
