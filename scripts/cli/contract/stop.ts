// oxlint-disable unicorn/require-post-message-target-origin, unicorn/prefer-add-event-listener -- threads, no windows
import { RunStopped } from '../../contract/wire/govern.ts';
import type { EarlyEnd } from '../../result/contract-run.ts';

/** What the thread that runs the checks and the one that waits for them say to each other. */
type StopMessage =
  | { readonly is: 'ready' }
  | { readonly is: 'stop'; readonly reason: string }
  | { readonly is: 'heard' };

/** Milliseconds of work in which checks must have heard that they are to stop, unless they are stuck. */
const PATIENCE = 500;
/** Milliseconds of work that they have from then on to say what they have found, and again whenever they say something. */
const GRACE = 1000;
/** Milliseconds after which they have to be done with it all the same. */
const LONGEST = 10_000;
/** How many times as long that may take on a machine that has other work as well. */
const SLOWEST = 6;
/** Milliseconds after which it is looked at again. */
const LOOK = 50;

/** Ends a run, at once; the first reason stands. `isLimit` says that the user had set it. */
export type Stop = (reason: string, isLimit: boolean) => void;

/** The side of whoever may want a run to end. */
interface Stopper {
  /** Name of the channel, for the other side. */
  readonly channel: string;
  readonly stop: Stop;
  readonly end: () => EarlyEnd | undefined;
  /** Notes that the checks say what they have found: they are not stuck. */
  readonly hear: () => void;
  /** Resolves where the checks do not hear, or do not come to an end: one of them computes for too long. */
  readonly givenUp: Promise<void>;
  readonly close: () => void;
}

let opened = 0;

export function createStopper(): Stopper {
  opened += 1;
  const name = `kiln-stop-${opened}`;
  const channel = new BroadcastChannel(name);
  let end: EarlyEnd | undefined;
  let forget: (() => void) | undefined;
  let latest: number | undefined;
  let giveUp: () => void;
  const givenUp = new Promise<void>((resolve) => (giveUp = resolve));
  const tell = () => {
    if (end) channel.postMessage({ is: 'stop', reason: end.reason } satisfies StopMessage);
  };
  // A channel keeps nothing for those who come later: what is said before they listen is said again.
  channel.onmessage = ({ data }) => {
    const { is } = data as StopMessage;
    if (is === 'ready') tell();
    if (is !== 'heard') return;
    latest = performance.now() + LONGEST;
    grant();
  };
  const grant = (): void => {
    forget?.();
    forget = afterWork(GRACE, () => giveUp());
  };
  return {
    channel: name,
    stop(reason, isLimit) {
      end ??= { reason, isLimit };
      forget ??= afterWork(PATIENCE, () => giveUp());
      tell();
    },
    end: () => end,
    hear() {
      if (latest !== undefined && performance.now() < latest) grant();
    },
    givenUp,
    close() {
      forget?.();
      channel.close();
    },
  };
}

/**
 * Calls back when this process has worked for so long; returns what takes it back. Where others have the
 * processor nobody is stuck who has not been heard yet.
 */
function afterWork(milliseconds: number, callBack: () => void): () => void {
  const before = process.cpuUsage();
  const latest = performance.now() + milliseconds * SLOWEST;
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1000 < milliseconds && performance.now() < latest) return;
    clearInterval(timer);
    callBack();
  }, LOOK);
  return () => clearInterval(timer);
}

/** The side of the checks: a signal that is aborted with a RunStopped. */
export function listenForStop(name: string): { signal: AbortSignal; close: () => void } {
  const controller = new AbortController();
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => {
    const message = data as StopMessage;
    if (message.is !== 'stop') return;
    channel.postMessage({ is: 'heard' } satisfies StopMessage);
    controller.abort(new RunStopped(message.reason));
  };
  channel.postMessage({ is: 'ready' } satisfies StopMessage);
  return { signal: controller.signal, close: () => channel.close() };
}
