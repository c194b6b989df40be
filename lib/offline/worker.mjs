// The service worker: stores one version of all pages for when there is no network. app/worker.js serves it with the
// version of the build in its first line of code, so that a new build is a new worker.
const version = '{version}';
const name = `doorman-${version}`;

/** How long a page may take before its copy is shown, in milliseconds. */
const pageTimeoutMs = 3000;

/** How many files are fetched at the same time, in the background. */
const parallelFetches = 3;

addEventListener('install', (event) => event.waitUntil(fill()));
addEventListener('activate', (event) => event.waitUntil(takeOver()));
addEventListener('message', (event) => event.waitUntil(receive(event)));
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  // The sandbox is never stored, nor answered from here.
  if (request.method !== 'GET' || origin !== location.origin || /^\/(api|\.well-known)\//.test(pathname))
    return;
  // A part of a page: where it does not come, the framework asks for the whole page.
  if (searchParams.has('_rsc') || request.headers.has('RSC')) return;
  if (request.mode === 'navigate') event.respondWith(page(event, pathname));
  else if (pathname.startsWith('/_next/static/')) event.respondWith(asset(request, pathname));
  else event.respondWith(data(request, pathname));
});

/** Stores every file of this version. What fails is thrown, and the next visit goes on from there. */
async function fill() {
  const answer = await fetch('/offline/files', { cache: 'no-store', priority: 'low' });
  const list = await answer.json();
  if (list.version !== version) throw new Error('The server has another version by now.');
  const cache = await caches.open(name);
  const files = Object.entries(list.files);
  const fetchNext = async () => {
    for (let file = files.shift(); file; file = files.shift()) await store(cache, ...file);
  };
  await Promise.all(Array.from({ length: parallelFetches }, fetchNext));
}

/** Stores the file at `path` if it has the digest of the build: a captive portal or a proxy may answer in its place. */
async function store(cache, path, builtDigest) {
  const before = await caches.match(path, { ignoreVary: true });
  if (before && (await digest(before)) === builtDigest) return cache.put(path, before);
  const answer = await fetch(path, { cache: 'no-cache', credentials: 'omit', priority: 'low' });
  if (!answer.ok || (await digest(answer)) !== builtDigest)
    throw new Error(`${path} is not of this version.`);
  return cache.put(path, answer);
}

/** The digest of what a response holds, which stays unread. */
async function digest(response) {
  const hash = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  const hex = Array.from(new Uint8Array(hash), (octet) => octet.toString(16).padStart(2, '0')).join('');
  return hex.slice(0, 16);
}

async function takeOver() {
  await registration.navigationPreload?.enable();
  const all = await caches.keys();
  const others = all.filter((other) => other.startsWith('doorman-') && other !== name);
  await Promise.all(others.map((other) => caches.delete(other)));
  await clients.claim();
}

/** A page says its version, and hears back where it is not this one; or it bids this worker to begin. */
async function receive({ data: word, ports: [port] }) {
  if (word === 'begin' || word === version) await skipWaiting();
  else port?.postMessage('other');
}

async function cached(path) {
  const cache = await caches.open(name);
  return cache.match(path, { ignoreVary: true });
}

/** A page: the server's, as long as it answers soon and is well; else its copy. */
async function page(event, pathname) {
  const network = fromNetwork(event);
  const quiet = network.catch(() => undefined);
  event.waitUntil(quiet);
  const soon = await Promise.race([quiet, new Promise((resolve) => setTimeout(resolve, pageTimeoutMs))]);
  if (soon && soon.status < 500) return soon;
  const copy = await cached(pathname.replace(/(.)\/+$/, '$1'));
  if (copy) return copy;
  try {
    return await network;
  } catch (error) {
    const excuse = await cached('/offline');
    if (!excuse) throw error;
    return new Response(excuse.body, { status: 503, headers: excuse.headers });
  }
}

async function fromNetwork({ preloadResponse, request }) {
  return (await preloadResponse) ?? fetch(request);
}

/** Scripts, styles and fonts bear a hash in their name: the copy is the right one. */
async function asset(request, pathname) {
  return (await cached(pathname)) ?? fetch(request);
}

async function data(request, pathname) {
  try {
    return await fetch(request);
  } catch (error) {
    const copy = await cached(pathname);
    if (copy) return copy;
    throw error;
  }
}
