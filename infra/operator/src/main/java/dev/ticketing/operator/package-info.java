/**
 * Commands for operators on a running suite: its broker, and whatever else can be reached. Only a replay changes
 * anything.
 */
@NullMarked
package dev.ticketing.operator;

import org.jspecify.annotations.NullMarked;
