import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['**/with-vitest.ts'] } });
