// Put in the place of service-worker.js, it takes the service worker and all that it kept from readers' devices.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(withdraw()));

async function withdraw() {
  for (const name of await caches.keys()) if (name.startsWith('riwaq.')) await caches.delete(name);
  await self.registration.unregister();
}
