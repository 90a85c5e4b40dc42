/** The applications as processes: their jars, environments and recorded starts. */
@NullMarked
package dev.ticketing.local.apps;

import org.jspecify.annotations.NullMarked;
