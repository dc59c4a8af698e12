import { headerOf, type WireResponse } from '../../wire/exchange.ts';
import type { RateLimitPolicy } from '../../model/policies.ts';
import { isAfter, type RecordedStep } from './recorded-step.ts';

/** The end of a window by the recorder's clock, as an answer tells it. */
export interface WindowEnd {
  /** The window does not end before. */
  readonly until: number;
  /** It has ended then. */
  readonly over: number;
  /** What the answers call it: their reset, where that is an instant. */
  readonly name: string | undefined;
}

/** What a client has used of one window, as far as it was recorded. */
export interface QuotaWindow {
  end: WindowEnd;
  /** Tells it from the client's other windows. */
  readonly id: string;
  /** Requests that were answered with success. */
  used: number;
  /** Of these, those that had been answered when the latest began. */
  done: number;
  /** When the others were answered. */
  open: number[];
  /** The least that its answers said is left, and when that had come. */
  told: { readonly remaining: number; readonly ended: number } | undefined;
  /** Operations that were answered with success. */
  readonly operations: Set<string>;
}

/** Milliseconds by which an end may be off: it is told in whole seconds, and so is the date. */
const ROUNDING = 1000;
const UNKNOWN: WindowEnd = { until: -Infinity, over: Infinity, name: undefined };

export function windowEndOf(
  { headers }: RateLimitPolicy,
  { began, ended }: RecordedStep,
  response: WireResponse,
): WindowEnd {
  const text = headers.reset === undefined ? undefined : headerOf(response, headers.reset);
  if (text === undefined || !/^\d+$/.test(text)) return UNKNOWN;
  const isInstant = headers.resetUnit === 'unix-seconds';
  const date = Date.parse(headerOf(response, 'date') ?? '');
  const left = isInstant ? Number(text) * 1000 - date : Number(text) * 1000;
  const name = isInstant ? text : undefined;
  if (Number.isNaN(left) || began === undefined || ended === undefined) return { ...UNKNOWN, name };
  return { until: began + left - ROUNDING, over: ended + left + ROUNDING, name };
}

/** Whether an answer is of a window for certain: it names the same end, or had come before that. */
export function isWithin(
  window: QuotaWindow,
  { ended = Infinity }: RecordedStep,
  end: WindowEnd,
): boolean {
  const { name, until } = window.end;
  if (name !== undefined && end.name !== undefined) return name === end.name;
  return ended <= until;
}

/** Whether nothing tells when a window begins or ends. */
export function isUntold({ end: { name, until } }: QuotaWindow): boolean {
  return name === undefined && until === -Infinity;
}

export function openWindow(end: WindowEnd, { began = 0 }: RecordedStep): QuotaWindow {
  const id = end.name ?? String(began);
  return { end, id, used: 0, done: 0, open: [], told: undefined, operations: new Set() };
}

/** Counts those as done that were answered before a request began. */
export function settle(window: QuotaWindow, step: RecordedStep): void {
  const open = window.open.filter((ended) => !isAfter(step, ended));
  window.done += window.open.length - open.length;
  window.open = open;
}

/** Keeps the least that is said to be left. */
export function tell(window: QuotaWindow, remaining: number | undefined, ended: number): void {
  if (remaining === undefined || remaining >= (window.told?.remaining ?? Infinity)) return;
  window.told = { remaining, ended };
}
