import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { loadText } from './pets.ts';

const FOLDER = resolve(import.meta.dirname, 'cases/kiosk');

/** A description with pages of every style, keys and entity tags. */
export function loadKiosk(): Promise<ApiModel> {
  const [text, fixtures] = ['openapi.yaml', 'mock.yaml'].map((name) =>
    readFileSync(`${FOLDER}/${name}`, 'utf8'),
  );
  return loadText(text ?? '', fixtures ?? '', 'kiosk');
}
