package dev.ticketing.client.api;

import org.jspecify.annotations.Nullable;

/** A numbered place. */
public record Seat(
        @Nullable String section,
        @Nullable String row,
        @Nullable String number) {}
