import { jsonText } from '../../wire/plain-data.ts';
import { isReady, unwritable, type BodyWriter } from './body.ts';

/** Writes JSON, and sends what is ready: all that an operation needs whose body is JSON. */
export const writeJsonBody: BodyWriter = async (_contract, id, _operation, contentType, value) => {
  if (value instanceof FormData) return { body: value, contentType: undefined };
  if (isReady(value)) return { body: value, contentType };
  try {
    return { body: jsonText(value), contentType };
  } catch (error) {
    throw unwritable(id, error);
  }
};
