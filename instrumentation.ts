/** Checks what the server was told, and starts the wire tap before the first request is served, and the proxy where there is a port for it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startOperation } = await import('./lib/operation/start');
    await startOperation();
    const { startTap } = await import('./lib/wire/tap');
    startTap();
    const port = Number(process.env.PROXY_PORT);
    if (!Number.isInteger(port) || port < 1 || port > 65535) return;
    const { startProxy } = await import('./lib/wire/proxy');
    const own = () => ({
      port: Number(process.env.PORT ?? 3000),
      origins: (process.env.PUBLIC_ORIGIN ?? '').split(',').map((one) => one.trim().replace(/\/$/, '')),
    });
    startProxy(port, own, (sentence) => console.error(sentence));
  }
}
