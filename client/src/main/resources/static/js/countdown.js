// Counts down from the server's time by the time elapsed here, never by this machine's clock, and announces it at a few
// moments only. At the end, and after the machine has slept, it asks the server for the current state.
const ALOUD = [300, 60, 20];
const SLEPT = 3000;
// As in TimeLeft, which writes the first value.
const urgency = (left) => (left <= 20 ? 'now' : left <= 60 ? 'soon' : 'none');

const start = (countdown) => {
  const text = countdown.querySelector('[data-countdown-text]');
  const aloud = countdown.querySelector('[data-countdown-announce]');
  const unit = (name) => new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: name, unitDisplay: 'long' });
  const minutes = unit('minute');
  const seconds = unit('second');
  let total = Number(countdown.dataset.secondsLeft);
  let began = performance.now();
  let beganByClock = Date.now();
  let before = total;

  const told = (left) => {
    const parts = left < 60 ? [] : [minutes.format(Math.floor(left / 60))];
    if (left < 60 || left % 60 > 0) {
      parts.push(seconds.format(left % 60));
    }
    return countdown.dataset.pattern.replace('{0}', parts.join(' '));
  };

  const ask = async () => {
    began = performance.now();
    beganByClock = Date.now();
    const answer = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const left = page.querySelector(`[data-countdown="${countdown.dataset.countdown}"]`)?.dataset.secondsLeft;
    if (left === undefined) {
      location.replace(location.pathname);
    } else {
      total = Number(left);
      before = total;
    }
  };

  const tick = () => {
    if (!countdown.isConnected) {
      clearInterval(timer);
      return;
    }
    const passed = performance.now() - began;
    if (Math.abs(Date.now() - beganByClock - passed) > SLEPT) {
      ask().catch(() => {});
      return;
    }
    const left = Math.max(0, Math.ceil(total - passed / 1000));
    text.textContent = told(left);
    countdown.dataset.urgency = urgency(left);
    if (aloud && ALOUD.some((moment) => left <= moment && moment < before)) {
      aloud.textContent = told(left);
    }
    before = left;
    if (left === 0) {
      clearInterval(timer);
      if (aloud) aloud.textContent = countdown.dataset.over;
      location.replace(location.pathname);
    }
  };
  const timer = setInterval(tick, 250);
};

const startAll = () => document.querySelectorAll('[data-countdown]').forEach(start);
startAll();
document.addEventListener('live:replaced', startAll);
