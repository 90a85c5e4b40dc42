package dev.ticketing.simulator;

/**
 * The code with one defence removed.
 *
 * @param defence what is missing
 * @param file source, from the root of the repository
 * @param original exactly as it is there
 */
record Mutant(String defence, String file, String original, String replacement) {

    @Override
    public String toString() {
        return defence;
    }
}
