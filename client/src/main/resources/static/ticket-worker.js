// Shows a bought ticket without a network: the page /orders/…/ticket, its style and its code, as last seen. Signing out
// clears them (Clear-Site-Data).

const KEPT = 'tickets';
const PART = /^\/(css|js)\/|^\/api\/tickets\/[0-9a-f]{24}\/content$/;
const PAGE = /^\/orders\/[0-9a-f]{24}\/ticket$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (!event.data || !Array.isArray(event.data.keep)) return;
  event.waitUntil(
    caches
      .open(KEPT)
      .then((kept) => Promise.all(event.data.keep.map((address) => refreshed(kept, address))))
      .then(() => event.source.postMessage('kept')),
  );
});

const refreshed = async (kept, address) => {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (answer.ok && !answer.redirected) await kept.put(address, answer);
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET' || !(request.mode === 'navigate' ? PAGE : PART).test(pathname)) return;
  event.respondWith(fetch(request).catch(async (lost) => {
    const kept = await caches.match(request.url, { ignoreVary: true });
    if (kept) return kept;
    throw lost;
  }));
});
