/** The page's side of the offline copy: registers the service worker, and tells when another version is ready. */

/** How often a page that stays open asks for a newer version, in milliseconds. */
const often = 3_600_000;

function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(resolve, { timeout: 10_000 });
    else setTimeout(resolve, 2000);
  });
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/**
 * Registers the service worker when the browser is idle, unless data is to be saved or the context is not secure.
 * `offer` is called when a version other than `version` is ready; accepting it reloads the page.
 */
export async function keepOffline(
  version: string,
  offer: (offer: { accept: () => void }) => void,
): Promise<void> {
  if (!('serviceWorker' in navigator) || savesData()) return;
  await idle();
  const { serviceWorker: container } = navigator;
  const registration = await container.register('/worker.js', { updateViaCache: 'none' });

  // A worker of this page's own version begins at once: then the page came newer from the network than its copy.
  const compare = (worker: ServiceWorker) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => offer({ accept: () => accept(worker) });
    worker.postMessage(version, [port2]);
  };
  const accept = (worker: ServiceWorker) => {
    if (worker.state !== 'installed') return location.reload();
    container.addEventListener('controllerchange', () => location.reload(), { once: true });
    worker.postMessage('begin');
  };

  if (registration.waiting) compare(registration.waiting);
  const watch = () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      // The first one of all takes over by itself.
      if (installing.state === 'installed' && registration.active) compare(installing);
    });
  };
  watch();
  registration.addEventListener('updatefound', watch);
  // Another tab accepted.
  container.addEventListener('controllerchange', () => {
    if (container.controller) compare(container.controller);
  });

  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < often) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}
