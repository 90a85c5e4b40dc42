// Keeps an open page true. What a template has to provide:
//
//   data-ticket="ID"             on an element that shows a ticket; changed here:
//     data-status="available"    available, reserved, sold or withdrawn, for the style sheet (may be left out at first)
//     data-version="3"           of the ticket when the page was made; older news is ignored
//   data-status-text             on an element within it: gets the text of the status from its own attributes
//     data-text-available="" data-text-reserved="On hold" data-text-sold="Sold" data-text-withdrawn="Withdrawn"
//   data-show-when="available"   on an element within it: hidden unless the ticket has one of these statuses (separated by spaces)
//   data-order="ID"              on the element that shows the visitor's own order, with data-version as above
//   data-live-page               with an id, on an element that is fetched again and replaced when an order on it changes, when
//                                a ticket within it changes and it says data-live-page="ticket", or when too much was missed
//   data-unsaved                 on a form within: what is typed there keeps the element from being replaced by a ticket's news
//
// After a replacement the event "live:replaced" is dispatched on the new element, for scripts that have to begin again.
// Texts stay in the templates. Nothing here believes the browser's clock: only time that passes is measured.

const BEAT_WITHIN = 40_000;
const ASK_EVERY = 4_000;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

let source = null;
let since = null;
let lastBeat = performance.now();
let failures = 0;
let reconnecting = null;
let asking = null;
let tag = null;
let replacing = null;

const all = (selector, within = document) => [...within.querySelectorAll(selector)];

function interest() {
  const wanted = new URLSearchParams();
  const tickets = [...new Set(all('[data-ticket]').map((element) => element.dataset.ticket))].slice(0, 100);
  if (tickets.length > 0) wanted.set('tickets', tickets.join(','));
  const order = document.querySelector('[data-order]');
  if (order) wanted.set('order', order.dataset.order);
  return wanted;
}

function address() {
  const wanted = interest();
  if (since) wanted.set('since', since);
  return '/live?' + wanted;
}

const isNews = (element, change) => !(Number(element.dataset.version) >= change.version);

function ticketChanged(change) {
  for (const element of all(`[data-ticket="${CSS.escape(change.id)}"]`)) {
    if (!isNews(element, change)) continue;
    element.dataset.version = change.version;
    element.dataset.status = change.status;
    for (const text of all('[data-status-text]', element)) {
      text.textContent = text.getAttribute('data-text-' + change.status) ?? '';
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

// The page as it is now, asked for once however much has happened; a failure is tried again.
function replace() {
  replacing ??= fetchAndReplace()
    .catch(() => setTimeout(replace, jitter(2_000)))
    .finally(() => { replacing = null; });
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
    const focused = document.activeElement?.id;
    old.replaceWith(document.adoptNode(now));
    if (focused) document.getElementById(focused)?.focus();
    now.dispatchEvent(new CustomEvent('live:replaced', { bubbles: true }));
  }
}

function listen(name, handle) {
  source.addEventListener(name, (event) => {
    if (event.lastEventId) since = event.lastEventId;
    lastBeat = performance.now();
    handle?.(event.data ? JSON.parse(event.data) : null);
  });
}

function connect() {
  clearTimeout(reconnecting);
  reconnecting = null;
  source?.close();
  if (interest().toString() === '') return;
  source = new EventSource(address());
  lastBeat = performance.now();
  listen('hello', connected);
  listen('beat');
  listen('ticket', ticketChanged);
  listen('order', orderChanged);
  listen('reset', replace);
  source.onerror = failed;
}

function connected() {
  failures = 0;
  clearInterval(asking);
  asking = null;
}

// A server that stops ends its streams all at once: they come back spread over time, each from where it was.
function failed() {
  source?.close();
  source = null;
  failures++;
  if (failures > 1) asking ??= setInterval(ask, ASK_EVERY);
  reconnecting ??= setTimeout(connect, jitter(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures)));
}

const jitter = (wait) => wait * (0.5 + Math.random());

// Without a stream: the same news by asking.
async function ask() {
  try {
    const headers = tag ? { 'If-None-Match': tag } : {};
    const answer = await fetch(address(), { headers: { ...headers, Accept: 'application/json' }, cache: 'no-store' });
    if (answer.status !== 200) return;
    tag = answer.headers.get('ETag');
    const now = await answer.json();
    if (now.reset) replace();
    for (const { kind, change } of now.changes) (kind === 'ticket' ? ticketChanged : orderChanged)(change);
    since = now.since;
  } catch {
    // asked again soon
  }
}

// Back from sleep, from another page or from being offline.
function wake() {
  if (document.visibilityState === 'hidden') return;
  ask();
  if (!source || source.readyState !== EventSource.OPEN || performance.now() - lastBeat > BEAT_WITHIN) {
    failures = 0;
    connect();
  }
}

document.addEventListener('visibilitychange', wake);
window.addEventListener('online', wake);
window.addEventListener('pageshow', (event) => { if (event.persisted) wake(); });
window.addEventListener('pagehide', () => source?.close());
document.addEventListener('live:replaced', connect);
document.addEventListener('htmx:afterSettle', connect);
setInterval(() => { if (performance.now() - lastBeat > BEAT_WITHIN) wake(); }, BEAT_WITHIN / 4);
connect();
