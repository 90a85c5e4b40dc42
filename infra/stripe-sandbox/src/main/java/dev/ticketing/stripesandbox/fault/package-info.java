/** Makes the next calls of the API slow, fail or lose their answer, on demand. */
package dev.ticketing.stripesandbox.fault;
