/**
 * Keeps the shell on the phone. The version is a hash of everything in it: another content is
 * another cache, and what waits to be sent is elsewhere, in the database, untouched.
 *
 * The server writes VERSION, BASE and FILES above this.
 */

/* global VERSION, BASE, FILES */

const CACHE = `diary-${VERSION}`;

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(CACHE);
    // Past the browser's own cache: a half of an old version must not come into a new one.
    await cache.addAll(FILES.map((file) => new Request(file, {cache: 'reload'})));
    await self.skipWaiting();
  })());
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const names = await caches.keys();
    await Promise.all(names
        .filter((name) => name.startsWith('diary-') && name !== CACHE)
        .map((name) => caches.delete(name)));
    await self.clients.claim();
  })());
});

self.addEventListener('fetch', (event) => {
  const {request} = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === 'navigate' && /^\/diary(?:\/|$)/.test(url.pathname)) {
    event.respondWith(fromCache('/diary'));
  } else if (url.pathname.startsWith(`${BASE}/`) || url.pathname === '/diary/manifest.webmanifest') {
    event.respondWith(fromCache(url.pathname));
  }
});

async function fromCache(path) {
  const kept = await (await caches.open(CACHE)).match(path);
  return kept ?? fetch(path);
}
