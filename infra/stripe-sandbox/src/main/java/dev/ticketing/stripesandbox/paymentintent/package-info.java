/** PaymentIntents: their state machine, their routes and the page where 3-D Secure is completed. */
package dev.ticketing.stripesandbox.paymentintent;
