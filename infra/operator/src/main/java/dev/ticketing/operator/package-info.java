/** Commands for operators, on a running suite: its broker, and what else can be reached. Changes nothing but by a replay. */
package dev.ticketing.operator;
