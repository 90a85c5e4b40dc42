package dev.ticketing.stripesandbox;

/** Published when all state is to be deleted. */
public record SandboxReset() {}
