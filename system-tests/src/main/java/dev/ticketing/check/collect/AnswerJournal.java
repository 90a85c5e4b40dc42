package dev.ticketing.check.collect;

import dev.ticketing.check.evidence.Answered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What clients were answered, one JSON object per line. */
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

    /** Nothing if nobody has asked anything yet. */
    public synchronized List<Answered> read() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(line -> JSON.readValue(line, Answered.class))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
