package dev.ticketing.check.collect;

import dev.ticketing.check.evidence.Answered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The responses that clients received, one JSON object per line. */
public final class AnswerJournal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    public AnswerJournal(Path file) {
        this.file = file;
    }

    public synchronized void add(Answered answered) {
        try {
            Files.writeString(
                    file,
                    JSON.writeValueAsString(answered) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Empty if there has been no request yet. Paths contain whatever bytes strangers have sent, even invalid UTF-8. */
    public synchronized List<Answered> read() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            // unlike Files.readAllLines, this replaces invalid UTF-8
            var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n");
            return IntStream.range(0, lines.length)
                    .filter(number -> !lines[number].isBlank())
                    .mapToObj(number -> answered(lines[number], number + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read %s: %s".formatted(file, e), e);
        }
    }

    private Answered answered(String line, int number) {
        try {
            return JSON.readValue(line, Answered.class);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "%s, line %d is not a response: %s".formatted(file, number, e.getOriginalMessage()), e);
        }
    }
}
