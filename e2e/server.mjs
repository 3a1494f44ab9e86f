// The program under test: a demonstration of its own, in a temporary folder, on a free port of this machine.
import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const BINARY = resolve(process.env.LODS_BIN ?? join(import.meta.dirname, '../target/debug/lods'));
const ANSWERS_WITHIN_MS = 180_000;

// The shell ends the server and removes its folder when its input ends: however this process goes, even killed.
const SUPERVISOR = `
trap '' INT HUP
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(cat <&3 >/dev/null; kill "$server") 2>/dev/null &
watcher=$!
wait "$server" 2>/dev/null
kill "$watcher" 2>/dev/null
rm -rf "$0"
`;

/** The demonstration that the environment names, or one that is started now: `{ url, stop }`. */
export async function demonstration() {
  const given = process.env.LODS_E2E_URL;
  if (given) return { url: given, stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'lods-e2e-'));
  const serve = [BINARY, 'serve', '--demo', '--listen', '127.0.0.1:0', '--data', folder];
  const server = spawn('sh', ['-c', SUPERVISOR, folder, ...serve], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((end) => server.once('close', end));
  const stop = async () => {
    server.stdin.end();
    await ended;
  };
  try {
    const url = await printedAddress(server);
    await answers(`${url}/sign-in`);
    return { url, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** The first address that the server prints. What it prints later is read and dropped, so that it never waits. */
function printedAddress(server) {
  return new Promise((found, failed) => {
    let printed = '';
    const late = () => failed(new Error(`no address within ${ANSWERS_WITHIN_MS / 1000} s; printed: ${printed}`));
    const patience = setTimeout(late, ANSWERS_WITHIN_MS);
    server.stdout.on('data', (bytes) => {
      printed += bytes;
      const address = printed.match(/http:\/\/[^\s:/]+:\d+(?=\D)/);
      if (!address) return;
      clearTimeout(patience);
      found(address[0]);
    });
    server.stdout.once('end', () => {
      clearTimeout(patience);
      failed(new Error(`the server ended; printed: ${printed}`));
    });
  });
}

async function answers(url) {
  const until = Date.now() + ANSWERS_WITHIN_MS;
  let last;
  while (Date.now() < until) {
    last = await fetch(url).then((answer) => answer.status, (fault) => fault.message);
    if (last === 200) return;
    await pause(100);
  }
  throw new Error(`${url} did not answer 200: ${last}`);
}
