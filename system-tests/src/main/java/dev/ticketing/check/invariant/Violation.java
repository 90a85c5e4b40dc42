package dev.ticketing.check.invariant;

import java.util.List;

/** Something that must not be, and the ids of whom it concerns. */
public record Violation(Invariant invariant, List<String> ids, String message) {}
