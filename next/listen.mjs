// Where the server listens: at an address and port, or at a socket that systemd has opened for it. Such a socket stays open
// while one process ends and the next one starts, so that nobody is turned away (sd_listen_fds(3)).

/** The first descriptor that systemd passes on. */
const passedOn = 3;

/**
 * Listens, and calls `ready` once it does. Throws an Error with a sentence where a socket was passed on that cannot be meant.
 * @param {import('node:http').Server} server
 * @param {{ port: number, hostname: string | undefined }} place For where no socket was passed on
 * @param {() => void} ready
 */
export function listen(server, { port, hostname }, ready) {
  const { LISTEN_PID, LISTEN_FDS } = process.env;
  // They are meant for this process alone, not for what it starts.
  delete process.env.LISTEN_PID;
  delete process.env.LISTEN_FDS;
  if (LISTEN_PID !== String(process.pid) || !Number(LISTEN_FDS)) {
    server.listen(port, hostname, ready);
    return;
  }
  if (LISTEN_FDS !== '1') throw new Error(`systemd passes ${LISTEN_FDS} sockets on: one is needed.`);
  server.listen({ fd: passedOn }, () => {
    const address = server.address();
    const boundPort = typeof address === 'object' ? address?.port : undefined;
    if (boundPort === port) return ready();
    server.emit('error', new Error(`The socket of systemd is not at PORT, which is ${port}.`));
  });
}
