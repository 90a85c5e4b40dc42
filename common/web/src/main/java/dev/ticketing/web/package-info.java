/** What every service with routes shares: who is asking, how errors look (RFC 9457), what is refused at the door. */
package dev.ticketing.web;
