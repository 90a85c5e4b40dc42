/** Processes of this machine: started, watched, restarted and stopped, whatever they run. */
@NullMarked
package dev.ticketing.local.process;

import org.jspecify.annotations.NullMarked;
