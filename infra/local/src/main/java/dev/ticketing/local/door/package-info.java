/** NGINX in front of the applications. */
package dev.ticketing.local.door;
