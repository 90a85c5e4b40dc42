package dev.ticketing.messaging;

/** Metrics whose values are asked for in the background, so that reading them costs nothing. */
interface Polled {

    /** Never throws; what could not be asked for is {@code NaN}. */
    void poll();
}
