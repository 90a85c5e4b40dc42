package dev.ticketing.web.problem;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Ids for requests that were refused before tracing began, in the form of a trace id (W3C Trace Context). */
public final class TraceIds {

    private static final int BYTES = 16;

    private TraceIds() {}

    public static String random() {
        var bytes = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
