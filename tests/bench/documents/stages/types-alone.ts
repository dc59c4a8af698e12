import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

// `types-alone.ts FILE OUT`: openapi-typescript as its own command has it.
const [, , file = '', out = ''] = process.argv;
readFileSync(file);
writeFileSync(out, astToString(await openapiTS(pathToFileURL(file), { silent: true })));
