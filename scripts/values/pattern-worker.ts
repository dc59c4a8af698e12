// oxlint-disable unicorn/require-post-message-target-origin, unicorn/prefer-add-event-listener -- a thread, no window
import { parentPort, workerData } from 'node:worker_threads';
import { MATCH_STATES, type MatchTask } from './match-task.ts';

const state = new Int32Array(workerData as SharedArrayBuffer);

function tell(said: keyof typeof MATCH_STATES): void {
  Atomics.store(state, 0, MATCH_STATES[said]);
  Atomics.notify(state, 0);
}

parentPort?.on('message', ({ source, flags, text }: MatchTask) => {
  tell('begun');
  try {
    tell(new RegExp(source, flags).test(text) ? 'matches' : 'differs');
  } catch {
    // The engine gives up on some patterns and texts that are too large for it.
    tell('failed');
  }
});
