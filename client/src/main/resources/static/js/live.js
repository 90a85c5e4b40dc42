// Keeps an open page up to date. A template has to provide:
//
//   data-ticket="ID"             on an element that shows a ticket; this script changes:
//     data-status="available"    available, reserved, sold, withdrawn or ended, for the style sheet (may be absent at first)
//     data-version="3"           of the ticket when the page was rendered; older changes are ignored
//   data-status-text             on an element within it: its text becomes that of the status, from its own attributes
//     data-text-available="" data-text-reserved="Reserved" data-text-sold="Sold" data-text-withdrawn="Withdrawn" data-text-ended="Ended"
//   data-show-when="available"   on an element within it: hidden unless the ticket has one of these statuses (separated by spaces)
//   data-order="ID"              on the element that shows the visitor's own order, with data-version as above
//   data-live-page               with an id, on an element that is fetched again and replaced when an order on it changes, when
//                                a ticket within it changes and it has data-live-page="ticket", or after missed changes
//   data-selling                 on a page that shows the visitor's own tickets: fetched again when any of them changes
//   data-announce="…"            on a data-live-page: announced after a replacement if this text has changed
//   data-unsaved                 on a form within: typed input prevents the replacement when a ticket changes
//
// After a replacement the event "live:replaced" is dispatched on the new element, for scripts that must start again.
// All tabs of a browser share the streams of live-line.js. Texts stay in the templates. Nothing here uses the browser's clock; only
// elapsed time is measured.

const HERE_EVERY = 20_000;

let line = null;
let since = null;
let replacing = null;
let again = false;

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const announcement = document.getElementById('announcement');

const want = () => ({
  tickets: [...new Set(all('[data-ticket]').map((element) => element.dataset.ticket))].slice(0, 100),
  orders: all('[data-order]').map((element) => element.dataset.order),
  selling: all('[data-selling]').length > 0,
});

const isNews = (element, change) => !(Number(element.dataset.version) >= change.version);

function ticketChanged(change) {
  for (const element of all(`[data-ticket="${CSS.escape(change.id)}"]`)) {
    if (!isNews(element, change)) continue;
    element.dataset.version = change.version;
    element.dataset.status = change.status;
    for (const text of all('[data-status-text]', element)) {
      text.textContent = text.getAttribute('data-text-' + change.status) ?? '';
      if (element.contains(document.activeElement)) announcement.textContent = text.textContent;
    }
    for (const part of all('[data-show-when]', element)) {
      part.hidden = !part.dataset.showWhen.split(' ').includes(change.status);
    }
    const page = element.closest('[data-live-page="ticket"]');
    if (page && !page.querySelector('[data-unsaved]')) replace();
  }
}

function orderChanged(change) {
  const element = document.querySelector(`[data-order="${CSS.escape(change.id)}"]`);
  if (element && isNews(element, change)) replace();
}

// Fetches the current page once, however many changes there were. Changes during the fetch cause one more.
function replace() {
  again = replacing !== null;
  replacing ??= fetchAndReplace()
    .catch(() => setTimeout(replace, 1_000 + Math.random() * 2_000))
    .finally(() => {
      replacing = null;
      if (again) replace();
    });
}

async function fetchAndReplace() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin', cache: 'no-store' });
  if (answer.redirected || !answer.ok) {
    if (answer.status < 500) location.reload();
    else throw new Error(String(answer.status));
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const old of all('[data-live-page]')) {
    const now = page.getElementById(old.id);
    if (!now || old.isEqualNode(now)) continue;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    old.replaceWith(document.adoptNode(now));
    if (focused) sameIn(now, focused).focus();
    if (now.dataset.announce !== old.dataset.announce) announcement.textContent = now.dataset.announce ?? '';
    now.dispatchEvent(new CustomEvent('live:replaced', { bubbles: true }));
  }
}

// The element that had the focus; if it is gone, the element that contained it.
function sameIn(now, focused) {
  const selector = focused.id
    ? `#${CSS.escape(focused.id)}`
    : focused.name
      ? `[name="${CSS.escape(focused.name)}"]`
      : focused.href
        ? `a[href="${CSS.escape(focused.getAttribute('href'))}"]`
        : `button[type="${focused.type}"]:not([name])`;
  const same = now.querySelector(selector);
  if (!same) now.tabIndex = -1;
  return same ?? now;
}

function heard({ name, change, place }) {
  if (place) since = place;
  if (name === 'ticket') ticketChanged(change);
  if (name === 'order') orderChanged(change);
  if (name === 'selling' || name === 'reset') replace();
}

// --- the line that all tabs of this browser share ---

const id = crypto.getRandomValues(new Uint32Array(2)).join('-');
const script = document.querySelector('meta[name=live-line]').content;

function sharedWorker() {
  const worker = new SharedWorker(script, 'live');
  const { port } = worker;
  port.onmessage = ({ data }) => heard(data);
  worker.onerror = () => {
    line = alone();
    say();
  };
  return { say: (message) => port.postMessage(message), leave() {} };
}

// One of the visible tabs owns the line and forwards changes to the others. When it closes, the next tab takes over.
function elected() {
  const channel = new BroadcastChannel('live');
  const candidacy = new AbortController();
  let isLeader = false;
  let resign = () => {};
  const say = (message) => {
    if (isLeader) globalThis.liveLine.hear(id, message, heard);
    else channel.postMessage({ from: id, message });
  };
  channel.onmessage = ({ data }) => {
    if (data.to === id) heard(data.news);
    else if (data.elected) say({ want: want() });
    else if (isLeader && data.from) globalThis.liveLine.hear(data.from, data.message, (news) => channel.postMessage({ to: data.from, news }));
  };
  navigator.locks.request('live', { signal: candidacy.signal }, async () => {
    await import(script);
    if (candidacy.signal.aborted) return;
    isLeader = true;
    say({ want: want() });
    channel.postMessage({ elected: true });
    await new Promise((resolve) => { resign = resolve; });
    globalThis.liveLine.end();
  }).catch(() => {});
  return {
    say,
    leave() {
      resign();
      candidacy.abort();
      channel.close();
    },
  };
}

function alone() {
  const loaded = import(script);
  const say = (message) => loaded.then(() => globalThis.liveLine.hear(id, message, heard));
  return { say, leave() {} };
}

function join() {
  if (window.SharedWorker) return sharedWorker();
  return window.BroadcastChannel && navigator.locks ? elected() : alone();
}

// A tab registers what it shows when it becomes visible, and deregisters when it becomes hidden.
function say(more) {
  const wanted = want();
  if (wanted.tickets.length + wanted.orders.length === 0 && !wanted.selling) return leave();
  line ??= join();
  line.say({ want: wanted, ...more });
}

function leave() {
  line?.say({ bye: true });
  line?.leave();
  line = null;
}

// Catches up after sleep, after another page, and after being hidden or offline.
async function catchUp() {
  const { tickets, orders, selling } = want();
  if (tickets.length + orders.length === 0 && !selling) return;
  const missed = new URLSearchParams({ tickets: tickets.join(), order: orders.join(), ...(selling && { selling: 'yes' }), ...(since && { since }) });
  try {
    const answer = await fetch(`/live?${missed}`, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (answer.status === 401 || answer.status === 404) replace();
    if (answer.status !== 200) return;
    const now = await answer.json();
    heard({ place: now.since });
    if (now.reset) replace();
    for (const { kind, change } of now.changes) heard({ name: kind, change });
  } catch {
    // the line reports it when it is open again
  }
}

function wake() {
  if (document.hidden) {
    leave();
  } else {
    catchUp();
    say({ wake: true });
  }
}

document.addEventListener('visibilitychange', wake);
window.addEventListener('online', wake);
window.addEventListener('pageshow', (event) => { if (event.persisted) wake(); });
window.addEventListener('pagehide', leave);
document.addEventListener('live:replaced', () => say());
document.addEventListener('htmx:afterSettle', () => say());
setInterval(() => { if (!document.hidden) say(); }, HERE_EVERY);
if (document.hidden) catchUp();
else say();
