// One shared line to the server for all tabs of a browser, because over HTTP/1.1 a browser has only six connections per site.
// Runs as a shared worker, or in one of the tabs if there are no shared workers (see live.js). A tab sends
//
//   { want: { tickets: […], orders: […], selling: true } }   what it shows, repeated every 20 s
//   { bye: true }                                            when it becomes hidden or closes
//
// and receives { name: 'ticket' | 'order' | 'selling' | 'reset' | 'place', change, place }.
(() => {
  const BEAT_WITHIN = 40_000;
  const SILENT = 70_000;
  const ASK_EVERY = 4_000;
  const FIRST_WAIT = 500;
  const LONGEST_WAIT = 30_000;
  const TICKETS_OF_A_STREAM = 100;
  const MOST_STREAMS = 3;

  const tabs = new Map();
  let streams = [];
  let place = null;

  const jitter = (wait) => wait * (0.5 + Math.random());
  const key = ({ tickets, orders, selling }) => [...tickets, ...orders, selling ? 'selling' : ''].join();

  const tell = (news) => {
    if (news.place) place = news.place;
    for (const tab of tabs.values()) {
      if (shows(tab.want, news)) tab.tell(news);
    }
  };

  const shows = (want, { name, change, of }) => {
    if (name === 'ticket') return want.tickets.includes(change.id);
    if (name === 'order') return want.orders.includes(change.id);
    if (name === 'selling') return want.selling;
    return !of || [...want.tickets, ...want.orders, want.selling ? 'selling' : ''].some((id) => id && of.includes(id));
  };

  // What all tabs show, in parts that the server accepts. Private subjects have their own part, so that they cannot affect the others.
  const parts = () => {
    const wants = [...tabs.values()].map((tab) => tab.want);
    const tickets = [...new Set(wants.flatMap((want) => want.tickets))];
    const orders = [...new Set(wants.flatMap((want) => want.orders))].slice(0, 20);
    const selling = wants.some((want) => want.selling);
    const all = orders.length > 0 || selling ? [{ tickets: [], orders, selling }] : [];
    for (let from = 0; from < tickets.length; from += TICKETS_OF_A_STREAM) {
      all.push({ tickets: tickets.slice(from, from + TICKETS_OF_A_STREAM), orders: [], selling: false });
    }
    return all;
  };

  const covers = (stream, part) =>
    part.tickets.every((id) => stream.part.tickets.includes(id)) &&
    part.orders.every((id) => stream.part.orders.includes(id)) &&
    (!part.selling || stream.part.selling);

  // A stream that covers more than needed stays. One that covers less is replaced once its successor is open, without a gap.
  const adjust = () => {
    const wanted = parts();
    const before = streams;
    streams = wanted.map((part, at) => before.find((stream) => covers(stream, part)) ?? new Stream(part, at < MOST_STREAMS));
    const gone = before.filter((stream) => !streams.includes(stream));
    const fresh = streams.find((stream) => !before.includes(stream) && stream.source);
    gone.forEach((stream) => (fresh ? fresh.replaces.push(stream) : stream.close()));
  };

  class Stream {
    constructor(part, isOpen) {
      this.part = part;
      this.replaces = [];
      this.failures = 0;
      this.since = null;
      if (isOpen) this.open();
      else this.asking = setInterval(() => this.ask(), ASK_EVERY);
    }

    address() {
      const { tickets, orders, selling } = this.part;
      const wanted = new URLSearchParams();
      if (tickets.length > 0) wanted.set('tickets', tickets.join());
      if (orders.length > 0) wanted.set('order', orders.join());
      if (selling) wanted.set('selling', 'yes');
      if (this.since) wanted.set('since', this.since);
      return `/live?${wanted}`;
    }

    open() {
      this.source?.close();
      this.lastBeat = performance.now();
      this.source = new EventSource(this.address());
      this.source.addEventListener('hello', () => this.opened());
      for (const name of ['hello', 'beat', 'ticket', 'order', 'selling', 'reset']) {
        this.source.addEventListener(name, (event) => this.heard(name, event));
      }
      this.source.onerror = () => this.failed();
    }

    heard(name, { lastEventId, data }) {
      if (lastEventId) this.since = lastEventId;
      this.lastBeat = performance.now();
      const known = name === 'beat' || name === 'hello' ? 'place' : name;
      tell({ name: known, change: data ? JSON.parse(data) : null, place: this.since, of: key(this.part) });
    }

    opened() {
      this.failures = 0;
      clearInterval(this.asking);
      this.asking = null;
      this.replaces.splice(0).forEach((stream) => stream.close());
    }

    // A stopping server ends all its streams at once. They reconnect spread over time, each from its last place.
    failed() {
      this.source.close();
      if (this.isClosed) return;
      this.failures++;
      if (this.failures > 1) this.asking ??= setInterval(() => this.ask(), ASK_EVERY);
      clearTimeout(this.reconnecting);
      this.reconnecting = setTimeout(() => this.open(), jitter(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures)));
    }

    // Without a stream: poll for the same changes.
    async ask() {
      try {
        const headers = this.tag ? { 'If-None-Match': this.tag } : {};
        const answer = await fetch(this.address(), { headers: { ...headers, Accept: 'application/json' }, cache: 'no-store' });
        if (answer.status === 401 || answer.status === 404) tell({ name: 'reset', of: key(this.part) });
        if (answer.status !== 200) return;
        this.tag = answer.headers.get('ETag');
        const now = await answer.json();
        if (now.reset) tell({ name: 'reset', of: key(this.part) });
        for (const { kind, change } of now.changes) tell({ name: kind, change });
        this.since = now.since;
        tell({ name: 'place', place: now.since, of: key(this.part) });
      } catch {
        // the next poll tries again
      }
    }

    wake() {
      const isOpen = this.source?.readyState === EventSource.OPEN && performance.now() - this.lastBeat < BEAT_WITHIN;
      if (this.source && !isOpen && this.source.readyState !== EventSource.CONNECTING) {
        this.ask();
        this.failures = 0;
        clearTimeout(this.reconnecting);
        this.open();
      }
    }

    close() {
      this.isClosed = true;
      this.source?.close();
      clearInterval(this.asking);
      clearTimeout(this.reconnecting);
      this.replaces.forEach((stream) => stream.close());
    }
  }

  const hear = (id, message, answer) => {
    if (message.bye) {
      tabs.delete(id);
    } else {
      tabs.set(id, { want: message.want, tell: answer, seen: performance.now() });
      if (message.wake) streams.forEach((stream) => stream.wake());
    }
    adjust();
  };

  setInterval(() => {
    for (const [id, tab] of tabs) {
      if (performance.now() - tab.seen > SILENT) tabs.delete(id);
    }
    adjust();
    streams.forEach((stream) => { if (performance.now() - stream.lastBeat > BEAT_WITHIN) stream.wake(); });
  }, BEAT_WITHIN / 4);

  const end = () => {
    tabs.clear();
    adjust();
  };
  globalThis.liveLine = { hear, end };
  globalThis.onconnect = ({ ports: [port] }) => {
    port.onmessage = ({ data }) => hear(port, data, (news) => port.postMessage(news));
  };
})();
