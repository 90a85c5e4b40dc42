// Results that follow the typing. Where that fails the form is sent as without a script, and the answer says why.
document.addEventListener('htmx:responseError', () => document.getElementById('search').submit());
document.addEventListener('htmx:sendError', () => document.getElementById('search').submit());
