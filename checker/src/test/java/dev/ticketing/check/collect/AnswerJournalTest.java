package dev.ticketing.check.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketing.check.evidence.Answered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerJournalTest {

    private static final String LINE = """
            {"at":"2026-01-01T12:00:00+00:00","method":"POST","path":"/api/orders/%s","subjectId":"","status":404,"id":""}
            """;

    @TempDir
    Path folder;

    private AnswerJournal journal(String text) throws IOException {
        return new AnswerJournal(
                Files.write(folder.resolve("answers.jsonl"), text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void invalidBytesDoNotHideTheOtherResponses() throws IOException {
        var journal = journal(LINE.formatted("\u00e0") + LINE.formatted("1f"));

        assertThat(journal.read()).extracting(Answered::path).containsExactly("/api/orders/\uFFFD", "/api/orders/1f");
    }

    @Test
    void unreadableLineIsNamed() throws IOException {
        var journal = journal(LINE.formatted("1f") + "{\"at\":");

        assertThatThrownBy(journal::read)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(folder.resolve("answers.jsonl") + ", line 2 is not a response: ");
    }
}
