// oxlint-disable unicorn/require-post-message-target-origin, unicorn/prefer-add-event-listener -- threads, no windows
import type { Letter, Letterbox, Reception } from '../../contract/letterbox.ts';

/** What the thread that runs the checks asks of the one that listens, and what it is told. */
type Message =
  | { readonly is: 'answerWith'; readonly id: number; readonly reception: Reception }
  | { readonly is: 'empty'; readonly id: number }
  | { readonly is: 'done'; readonly id: number; readonly letters: readonly Letter[] };

let opened = 0;

/** The side of whoever listens: lends a letterbox to another thread. */
export function lendLetterbox({ answerWith, empty }: Letterbox): {
  /** Name of the channel, for the other side. */
  readonly channel: string;
  readonly close: () => void;
} {
  opened += 1;
  const name = `kiln-letterbox-${opened}`;
  const channel = new BroadcastChannel(name);
  const serve = async (message: Message): Promise<void> => {
    if (message.is === 'done') return;
    if (message.is === 'answerWith') await answerWith(message.reception);
    const letters = message.is === 'empty' ? await empty() : [];
    channel.postMessage({ is: 'done', id: message.id, letters } satisfies Message);
  };
  channel.onmessage = ({ data }) => void serve(data as Message);
  return { channel: name, close: () => channel.close() };
}

/** The side of the checks. */
export function borrowLetterbox(name: string): Letterbox & { readonly close: () => void } {
  const channel = new BroadcastChannel(name);
  const waiting = new Map<number, (letters: readonly Letter[]) => void>();
  let asked = 0;
  channel.onmessage = ({ data }) => {
    const message = data as Message;
    if (message.is !== 'done') return;
    waiting.get(message.id)?.(message.letters);
    waiting.delete(message.id);
  };
  const ask = (toMessage: (id: number) => Message): Promise<readonly Letter[]> => {
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      channel.postMessage(toMessage(id));
    });
  };
  return {
    async answerWith(reception) {
      await ask((id) => ({ is: 'answerWith', id, reception }));
    },
    empty: () => ask((id) => ({ is: 'empty', id })),
    close: () => channel.close(),
  };
}
