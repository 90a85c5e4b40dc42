/** Images without a container engine: unpacked, trained and tried. */
package dev.ticketing.local.images;
