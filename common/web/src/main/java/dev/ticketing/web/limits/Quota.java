package dev.ticketing.web.limits;

/**
 * A limit with its name.
 *
 * @param of what is counted, in the plural: part of the problem's code, {@code too-many-…}
 * @param by the kind of subject: {@code account}, {@code client} …
 */
public record Quota(String of, String by, Limit limit) {

    /** Its name in the {@code RateLimit} headers. */
    String policy() {
        return of + "-by-" + by;
    }
}
