// The page of a bought ticket: print, and keep it for the entrance, where there may be no network.

const print = document.querySelector('[data-print]');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

if ('serviceWorker' in navigator) {
  const keep = async () => {
    await navigator.serviceWorker.register('/ticket-worker.js', { scope: '/orders/' });
    const ready = await navigator.serviceWorker.ready;
    const needed = [location.pathname, ...[...document.querySelectorAll('img, link[rel=stylesheet]')].map((it) => it.src || it.href)];
    ready.active.postMessage({ keep: needed });
  };
  navigator.serviceWorker.addEventListener('message', (event) => {
    const hint = document.querySelector('[data-offline-hint]');
    if (hint && event.data === 'kept') hint.hidden = false;
  });
  keep().catch(() => {}); // without it, the page works as long as there is a network
}
