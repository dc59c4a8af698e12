import { performance } from 'node:perf_hooks';

/** Tells for how long this process itself could do nothing: it was stopped, starved or busy. */
export interface DelayMeter {
  /** Milliseconds of it so far. */
  readonly read: () => number;
  readonly stop: () => void;
}

/** Milliseconds between two looks at the clock, and by how much one may be late without saying anything. */
const INTERVAL = 100;
const TOLERANCE = 200;

/** Sums up by how much the event loop is late with a timer of its own, each time that is worth telling. */
export function createDelayMeter(now: () => number = () => performance.now()): DelayMeter {
  let last = now();
  let sum = 0;
  const look = () => {
    const late = now() - last - INTERVAL;
    last = now();
    if (late > TOLERANCE) sum += late;
  };
  const timer = setInterval(look, INTERVAL);
  timer.unref();
  return {
    read() {
      look();
      return sum;
    },
    stop: () => clearInterval(timer),
  };
}
