package dev.ticketing.check.invariant;

import java.util.List;

/** A violation, and the ids that it concerns. */
public record Violation(Invariant invariant, List<String> ids, String message) {}
