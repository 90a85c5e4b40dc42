// What every page gains from a script; none needs it.

// Moments in the visitor's own time zone, which only his browser knows.
const moments = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
const clocks = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' });
const localize = (root) => {
  for (const time of root.querySelectorAll('time[datetime]:not([data-local])')) {
    const moment = new Date(time.dateTime);
    time.textContent = (time.dataset.short === undefined ? moments : clocks).format(moment);
    time.dataset.local = '';
  }
};
localize(document);
new MutationObserver((changes) => {
  if (changes.some((change) => change.addedNodes.length > 0)) {
    localize(document);
  }
}).observe(document.body, { childList: true, subtree: true });

// Passwords can be looked at while they are typed.
for (const reveal of document.querySelectorAll('[data-reveal]')) {
  const password = document.getElementById(reveal.dataset.reveal);
  reveal.hidden = false;
  reveal.addEventListener('click', () => {
    const shown = password.type === 'text';
    password.type = shown ? 'password' : 'text';
    reveal.setAttribute('aria-pressed', String(!shown));
  });
  // and never stay in the browser's list of what was typed before
  password.form.addEventListener('submit', () => { password.type = 'password'; });
}

// A form is sent once, however often its button is pressed; coming back by the browser's button it works again.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || form.matches('[data-stripe-payment]')) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
  }
  form.dataset.sent = 'yes';
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) {
    delete form.dataset.sent;
  }
});
