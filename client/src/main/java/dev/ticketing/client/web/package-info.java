/**
 * The pages by feature; {@code site} is shared by all of them. Forms work by post, redirect and get, without a script.
 */
package dev.ticketing.client.web;
