/**
 * The pages by feature; {@code site} is shared by all of them. Forms work by post, redirect and get, without a script.
 */
@NullMarked
package dev.ticketing.client.web;

import org.jspecify.annotations.NullMarked;
