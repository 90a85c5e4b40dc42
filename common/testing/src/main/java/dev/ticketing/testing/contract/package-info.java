/** Compares what services answer with the OpenAPI document. */
@NullMarked
package dev.ticketing.testing.contract;

import org.jspecify.annotations.NullMarked;
