/** Starts the wire tap before the first request is served. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { startTap } = await import('./lib/wire/tap');
    startTap();
  }
}
