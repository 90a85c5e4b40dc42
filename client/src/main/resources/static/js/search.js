// Updates the results during typing. If the server refuses, the form is sent as without a script, and the response gives the reason.
// Without a connection the page stays unchanged, reports it, and searches again once there is one.
const search = document.getElementById('search');
const errors = document.getElementById('search-errors');
let offline = false;

document.addEventListener('htmx:responseError', () => search.submit());
document.addEventListener('htmx:sendError', () => {
  offline = true;
  const notice = document.createElement('p');
  notice.className = 'notice warn';
  notice.textContent = search.dataset.offline;
  errors.replaceChildren(notice);
});
document.addEventListener('htmx:afterSwap', () => { offline = false; });
addEventListener('online', () => { if (offline) htmx.trigger(search, 'submit'); });
search.addEventListener('submit', (event) => { if (!navigator.onLine) event.preventDefault(); });
