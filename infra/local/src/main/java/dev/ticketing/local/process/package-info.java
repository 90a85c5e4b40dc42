/** Processes of this machine: started, watched, restarted and stopped, whatever they run. */
package dev.ticketing.local.process;
