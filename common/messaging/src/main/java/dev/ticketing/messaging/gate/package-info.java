/** Whether an event's turn has come: which version of each aggregate this service handled last. For messaging alone. */
package dev.ticketing.messaging.gate;
