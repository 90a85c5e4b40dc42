package dev.ticketing.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;

/** Checks that the work for a text grows at most in proportion to its length. */
public final class BoundedWork {

    /** The cost of a long request in short ones, because it must be read; quadratic work costs thousands. */
    private static final int MOST = 60;

    private BoundedWork() {}

    /**
     * Compares CPU, not time, of long texts and a short one.
     *
     * @param send sends a text as one part of a request
     */
    public static void isProportionalToTheLength(Consumer<String> send, Stream<String> texts) {
        send.accept("a");
        var most = MOST * CpuTime.average(() -> send.accept("abc"));
        texts.forEach(text -> assertThat(CpuTime.least(() -> send.accept(text), most))
                .as(() -> "CPU for %d characters: %s…".formatted(text.length(), beginning(text)))
                .isLessThanOrEqualTo(most));
    }

    private static String beginning(String text) {
        return text.codePoints()
                .limit(8)
                .mapToObj(Integer::toHexString)
                .toList()
                .toString();
    }
}
