/** Checks what the server was told, puts the front door before the framework, and starts the proxy where it has a port. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startOperation } = await import('./lib/operation/start');
    await startOperation();
    const { openFrontDoor } = await import('./lib/sandbox/open-front-door');
    await openFrontDoor();
    const port = Number(process.env.PROXY_PORT);
    if (!port) return;
    const { startProxy } = await import('./lib/wire/proxy');
    const { configuredOrigins } = await import('./lib/sandbox/origin');
    const serverName = () => ({ port: Number(process.env.PORT ?? 3000), origins: configuredOrigins() });
    startProxy(port, serverName, (sentence) => console.error(sentence));
  }
}
