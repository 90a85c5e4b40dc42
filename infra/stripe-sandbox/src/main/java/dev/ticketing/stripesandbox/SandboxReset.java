package dev.ticketing.stripesandbox;

/** Published when everything is to be forgotten. */
public record SandboxReset() {}
