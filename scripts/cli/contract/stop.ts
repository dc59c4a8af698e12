// oxlint-disable unicorn/require-post-message-target-origin, unicorn/prefer-add-event-listener -- threads, no windows
import { RunStopped } from '../../contract/wire/govern.ts';
import type { EarlyEnd } from '../../result/contract-run.ts';

/** What the thread that runs the checks and the one that waits for them say to each other. */
type StopMessage = { readonly is: 'ready' } | { readonly is: 'stop'; readonly reason: string };

/** Ends a run, at once; the first reason stands. `isLimit` says that the user had set it. */
export type Stop = (reason: string, isLimit: boolean) => void;

/** The side of whoever may want a run to end. */
interface Stopper {
  /** Name of the channel, for the other side. */
  readonly channel: string;
  readonly stop: Stop;
  readonly end: () => EarlyEnd | undefined;
  readonly close: () => void;
}

let opened = 0;

export function createStopper(): Stopper {
  opened += 1;
  const name = `kiln-stop-${opened}`;
  const channel = new BroadcastChannel(name);
  let end: EarlyEnd | undefined;
  const tell = () => {
    if (end) channel.postMessage({ is: 'stop', reason: end.reason } satisfies StopMessage);
  };
  // A channel keeps nothing for those who come later: what is said before they listen is said again.
  channel.onmessage = ({ data }) => {
    if ((data as StopMessage).is === 'ready') tell();
  };
  return {
    channel: name,
    stop(reason, isLimit) {
      end ??= { reason, isLimit };
      tell();
    },
    end: () => end,
    close: () => channel.close(),
  };
}

/** The side of the checks: a signal that is aborted with a RunStopped. */
export function listenForStop(name: string): { signal: AbortSignal; close: () => void } {
  const controller = new AbortController();
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => {
    const message = data as StopMessage;
    if (message.is === 'stop') controller.abort(new RunStopped(message.reason));
  };
  channel.postMessage({ is: 'ready' } satisfies StopMessage);
  return { signal: controller.signal, close: () => channel.close() };
}
