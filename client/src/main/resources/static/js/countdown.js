// Counts down from what the server said by the time that passes here, never by this machine's clock. At the end it asks
// the server how things stand.
for (const countdown of document.querySelectorAll('[data-countdown]')) {
  const text = countdown.querySelector('[data-countdown-text]');
  const total = Number(countdown.dataset.secondsLeft);
  const began = performance.now();
  const unit = (name) => new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: name, unitDisplay: 'long' });
  const minutes = unit('minute');
  const seconds = unit('second');

  const tick = () => {
    const left = Math.max(0, Math.ceil(total - (performance.now() - began) / 1000));
    const parts = left < 60 ? [] : [minutes.format(Math.floor(left / 60))];
    parts.push(seconds.format(left % 60));
    text.textContent = countdown.dataset.pattern.replace('{0}', parts.join(' '));
    if (left === 0) {
      clearInterval(timer);
      location.replace(location.pathname);
    }
  };
  const timer = setInterval(tick, 250);
}
