/** Makes the next calls of the API slow, fail or lose their response, on demand. */
package dev.ticketing.stripesandbox.fault;
