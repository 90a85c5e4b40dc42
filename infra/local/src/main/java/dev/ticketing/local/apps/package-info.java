/** The applications as processes: their jars, environments and recorded starts. */
package dev.ticketing.local.apps;
