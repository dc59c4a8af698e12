/** What became of a webhook. */
export interface Delivery {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly namespace: string;
  readonly api: string;
  readonly webhook: string;
  /** A callback is declared where it comes from; a webhook sent by hand comes from no operation. */
  readonly kind: 'webhook' | 'callback';
  /** Id of the operation that waited for it, or that it follows. */
  readonly operation: string | undefined;
  /** Without query and user; as it is declared where it has no value. */
  readonly url: string;
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  readonly failure: string | undefined;
  readonly isAllowed: boolean;
}

export interface DeliveryLog {
  readonly record: (delivery: Delivery) => void;
  /** The last ones, the newest last. */
  readonly list: () => readonly Delivery[];
  readonly clear: () => void;
}

const LONGEST_LOG = 200;

export function createDeliveryLog(): DeliveryLog {
  const deliveries: Delivery[] = [];
  return {
    record(delivery) {
      deliveries.push(delivery);
      if (deliveries.length > LONGEST_LOG) deliveries.shift();
    },
    list: () => [...deliveries],
    clear: () => void deliveries.splice(0),
  };
}
