package dev.ticketing.simulator;

/**
 * The code with one defence removed.
 *
 * @param defence the removed defence
 * @param file source, from the root of the repository
 * @param original its exact text
 */
record Mutant(String defence, String file, String original, String replacement) {

    @Override
    public String toString() {
        return defence;
    }
}
