/** {@code ./dev bench}: the suite under load, beside a floor for each row in the same run. */
@NullMarked
package dev.ticketing.bench;

import org.jspecify.annotations.NullMarked;
