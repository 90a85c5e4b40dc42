/** {@code ./dev bench}: the suite under load, beside a floor for each row in the same run. */
package dev.ticketing.bench;
