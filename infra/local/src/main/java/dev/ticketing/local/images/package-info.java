/** Images without a container engine: unpacked, trained and tried. */
@NullMarked
package dev.ticketing.local.images;

import org.jspecify.annotations.NullMarked;
