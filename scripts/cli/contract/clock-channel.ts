// oxlint-disable unicorn/require-post-message-target-origin, unicorn/prefer-add-event-listener -- threads, no windows
import type { PassTime } from '../../contract/bench.ts';

/** What the thread that runs the checks asks of the one whose mock has the clock, and what it is told. */
type Message =
  | { readonly is: 'advance'; readonly id: number; readonly milliseconds: number }
  | { readonly is: 'done'; readonly id: number };

let opened = 0;

/** The side of whoever has the clock: lends it to another thread. */
export function lendClock(passTime: PassTime): {
  /** Name of the channel, for the other side. */
  readonly channel: string;
  readonly close: () => void;
} {
  opened += 1;
  const name = `kiln-clock-${opened}`;
  const channel = new BroadcastChannel(name);
  const serve = async (message: Message): Promise<void> => {
    if (message.is === 'done') return;
    await passTime(message.milliseconds);
    channel.postMessage({ is: 'done', id: message.id } satisfies Message);
  };
  channel.onmessage = ({ data }) => void serve(data as Message);
  return { channel: name, close: () => channel.close() };
}

/** The side of the checks. */
export function borrowClock(name: string): {
  readonly passTime: PassTime;
  readonly close: () => void;
} {
  const channel = new BroadcastChannel(name);
  const waiting = new Map<number, () => void>();
  let asked = 0;
  channel.onmessage = ({ data }) => {
    const message = data as Message;
    if (message.is !== 'done') return;
    waiting.get(message.id)?.();
    waiting.delete(message.id);
  };
  return {
    passTime(milliseconds) {
      asked += 1;
      const id = asked;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        channel.postMessage({ is: 'advance', id, milliseconds } satisfies Message);
      });
    },
    close: () => channel.close(),
  };
}
