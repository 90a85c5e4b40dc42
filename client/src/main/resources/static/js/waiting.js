// Polls an order while it changes, and reloads the page when it has reached its new state.
const WAIT = 1000;
const LONGEST_WAIT = 15_000;

let asking = false;

const ask = async (wait) => {
  asking = document.querySelector('[data-waiting]') !== null;
  if (!asking) {
    return;
  }
  try {
    const answer = await fetch(location.pathname + location.search);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (answer.ok && !page.querySelector('[data-waiting]')) {
      location.replace(location.pathname);
      return;
    }
  } catch {
    // unavailable for a moment: polls again
  }
  setTimeout(ask, wait, Math.min(wait * 1.3, LONGEST_WAIT));
};
const start = () => {
  if (!asking) {
    asking = true;
    setTimeout(ask, WAIT, WAIT);
  }
};
start();
document.addEventListener('live:replaced', start);
