// Every browser test against one demonstration: `node run.mjs [NAME…]`, a name being `courses` for `courses.test.mjs`.
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { demonstration } from './server.mjs';

const wanted = process.argv.slice(2).map((name) => `${name}.test.mjs`);
const all = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.test.mjs')).sort();
const files = wanted.length > 0 ? wanted : all;

const { url, stop } = await demonstration();
const runner = spawn(process.execPath, ['--test', '--test-reporter=spec', ...files], {
  cwd: import.meta.dirname,
  env: { ...process.env, LODS_E2E_URL: url },
  stdio: 'inherit',
});
const status = await new Promise((end) => runner.once('close', end));
await stop();
process.exitCode = status ?? 1;
