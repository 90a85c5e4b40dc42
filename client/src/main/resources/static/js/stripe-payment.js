// Payment with a real Stripe account: Stripe's own form creates a confirmation token, and only that is sent to us.
const show = (element, message) => {
  element.textContent = message ?? '';
};

const payment = document.querySelector('[data-stripe-payment]');
if (payment && !window.Stripe) {
  show(payment.querySelector('[data-stripe-error]'), payment.dataset.failed);
} else if (payment) {
  const { publishableKey, amount, currency, failed } = payment.dataset;
  const error = payment.querySelector('[data-stripe-error]');
  const button = payment.querySelector('button');
  const stripe = Stripe(publishableKey);
  const elements = stripe.elements({
    mode: 'payment',
    amount: Number(amount),
    currency,
    captureMethod: 'manual',
    paymentMethodTypes: ['card'],
  });
  const form = elements.create('payment');
  form.on('ready', () => { button.disabled = false; });
  form.on('loaderror', () => show(error, failed));
  form.mount(payment.querySelector('[data-stripe-element]'));

  payment.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (payment.hasAttribute('aria-busy')) {
      return;
    }
    payment.setAttribute('aria-busy', 'true');
    show(error);
    const checked = await elements.submit();
    const made = checked.error ? checked : await stripe.createConfirmationToken({
      elements,
      params: { return_url: location.origin + location.pathname },
    });
    if (made.error) {
      show(error, made.error.message);
      payment.removeAttribute('aria-busy');
      return;
    }
    payment.elements.token.value = made.confirmationToken.id;
    payment.submit();
  });
}

const action = document.querySelector('[data-stripe-action]');
if (action) {
  const { publishableKey, clientSecret, order } = action.dataset;
  Stripe(publishableKey).handleNextAction({ clientSecret }).then(({ error }) => {
    if (error) {
      show(action.querySelector('[data-stripe-error]'), error.message);
    } else {
      location.replace(`${order}?redirect_status=succeeded`);
    }
  });
}
