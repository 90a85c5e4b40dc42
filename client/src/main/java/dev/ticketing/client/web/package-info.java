/** The pages by feature; {@code site} is what all of them share. Forms work by post, redirect and get, without a script. */
package dev.ticketing.client.web;
