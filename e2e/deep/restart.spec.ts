/** A restart in the middle of traffic: with a socket that stays open, as under systemd, no request fails. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';
import { newAttempt } from '@/e2e/attempts';
import { freePort, has, serverSettings } from '@/e2e/programs';

/** What systemd does with a socket unit and a service that it starts again: the socket is opened once, by this program. */
const supervisor = `
use IO::Socket::INET; use POSIX;
$| = 1;
# What has a number up to this one is passed on to other programs.
$^F = 3;
my ($port, @command) = @ARGV;
my $socket = IO::Socket::INET->new(Listen => 128, LocalAddr => '127.0.0.1', LocalPort => $port, ReuseAddr => 1) or die $!;
POSIX::dup2(fileno($socket), 3) if fileno($socket) != 3;
my ($child, $restarts) = (0, 0);
$SIG{HUP} = sub { kill 'TERM', $child };
$SIG{TERM} = sub { kill 'KILL', $child; POSIX::_exit(0) };
while ($restarts++ < 4) {
  $child = fork;
  if (!$child) { $ENV{LISTEN_PID} = $$; $ENV{LISTEN_FDS} = 1; exec @command; }
  1 while waitpid($child, 0) == -1;
  print "ended with $?\\n";
}`;

/** The status of one request on a connection of its own; 0 where there was none. */
function ask(port: number, path: string): Promise<number> {
  return new Promise((resolve) => {
    request({ port, host: '127.0.0.1', path, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', () => resolve(0))
      .end();
  });
}

test('where systemd holds the socket, a restart in the middle of traffic loses no request', async () => {
  test.skip(!has('perl'));
  test.slow();
  const port = await freePort();
  const command = [process.execPath, 'next/server.mjs', 'start', '--port', String(port)];
  const child = spawn('perl', ['-e', supervisor, String(port), ...command], {
    env: { ...process.env, ...serverSettings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  await expect.poll(() => ask(port, '/api/health')).toBe(200);

  const place = `/api/sandbox/first-401/${newAttempt()}/`;
  const statuses: number[] = [];
  let isOver = false;
  const loop = async () => {
    while (!isOver) statuses.push(await ask(port, place));
  };
  const loops = [loop(), loop(), loop(), loop()];
  for (const restarts of [1, 2]) {
    await expect.poll(() => statuses.length).toBeGreaterThan(restarts * 50);
    child.kill('SIGHUP');
    await expect.poll(() => said.match(/ended with 0/g)?.length, { timeout: 15_000 }).toBe(restarts);
    const before = statuses.length;
    await expect.poll(() => statuses.length, { timeout: 30_000 }).toBeGreaterThan(before + 50);
  }
  isOver = true;
  await Promise.all(loops);
  expect(statuses.filter((status) => status !== 401)).toEqual([]);
  child.kill('SIGTERM');
  await once(child, 'exit');
  // Nobody holds the port any more.
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'error');
});
