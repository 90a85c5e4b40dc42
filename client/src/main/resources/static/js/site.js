// Optional enhancements of every page.

// Shows times in the visitor's own time zone, which only their browser has, in the format of the server.
const language = document.documentElement.dataset.locale;
const moments = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const clocks = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
const localize = (root) => {
  for (const time of root.querySelectorAll('time[datetime]:not([data-local])')) {
    const format = time.dataset.short === undefined ? moments : clocks;
    time.textContent = format.format(new Date(time.dateTime)).replaceAll('\u202f', ' ');
    time.dataset.local = '';
  }
};
localize(document);
new MutationObserver((changes) => {
  if (changes.some((change) => change.addedNodes.length > 0)) {
    localize(document);
  }
}).observe(document.body, { childList: true, subtree: true });

// Reveals passwords while they are typed.
for (const reveal of document.querySelectorAll('[data-reveal]')) {
  const password = document.getElementById(reveal.dataset.reveal);
  reveal.hidden = false;
  reveal.addEventListener('click', () => {
    const shown = password.type === 'text';
    password.type = shown ? 'password' : 'text';
    reveal.setAttribute('aria-pressed', String(!shown));
  });
  // and hides them before sending, so that the browser does not store them as typed text
  password.form.addEventListener('submit', () => { password.type = 'password'; });
}

// After a form error the summary gets the focus, also if the browser does not do that by itself.
document.querySelector('main [autofocus]')?.focus();

// A link in the summary focuses its field; by itself it might only scroll there.
document.getElementById('errors')?.addEventListener('click', (event) => {
  const field = document.getElementById(event.target.closest('a')?.hash.slice(1));
  if (field) {
    event.preventDefault();
    field.focus();
  }
});

// Asks for confirmation in a dialog; without a script the server asks on a separate page.
const element = (name, properties) => Object.assign(document.createElement(name), properties);
const ask = (form, button) => {
  const { confirm: question, text, keep } = form.dataset;
  const dialog = element('dialog', { className: 'panel' });
  dialog.setAttribute('aria-labelledby', 'question');
  const choices = element('form', { method: 'dialog', className: 'cluster' });
  choices.append(
    element('button', { className: 'button danger', value: 'yes', textContent: button.textContent }),
    element('button', { className: 'button quiet', value: '', textContent: keep, autofocus: true }),
  );
  dialog.append(element('h2', { id: 'question', textContent: question }), element('p', { textContent: text }), choices);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (dialog.returnValue === 'yes') {
      form.append(element('input', { type: 'hidden', name: 'confirmed', value: 'yes' }));
      form.requestSubmit(button);
    } else {
      button.focus();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
};

// Sends a form once, however often its button is pressed, and shows that it is being sent. It can be sent again when its sending
// was stopped or failed, and when the page returns. Browsers without the Navigation API do not report that: there it can be sent
// again after ten seconds. Stripe's form does its own work first, and is then sent here like the others.
const PATIENCE = 10_000;
const announcement = document.getElementById('announcement');
const sendable = () => {
  for (const form of document.querySelectorAll('form[aria-busy]')) {
    form.removeAttribute('aria-busy');
  }
  announcement.textContent = '';
};
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') {
    return;
  }
  if (form.dataset.confirm && !form.elements.confirmed) {
    event.preventDefault();
    ask(form, event.submitter);
  } else if (form.hasAttribute('aria-busy')) {
    event.preventDefault();
  } else {
    form.setAttribute('aria-busy', 'true');
    announcement.textContent = document.body.dataset.sending;
    if (!window.navigation) setTimeout(sendable, PATIENCE);
  }
});
addEventListener('pageshow', sendable);
// Of the sending alone: as it begins, it gives up whatever was under way before.
window.navigation?.addEventListener('navigate', ({ formData, signal }) => {
  if (formData) signal.addEventListener('abort', sendable);
});
addEventListener('keydown', (event) => { if (event.key === 'Escape') sendable(); });
