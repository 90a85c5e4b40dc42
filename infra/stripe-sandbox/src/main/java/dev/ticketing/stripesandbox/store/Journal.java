package dev.ticketing.stripesandbox.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Append-only file of JSON lines, one per transaction, handed to the operating system before {@link #append} returns:
 * it survives the death of the process. A torn last line was never acknowledged and is cut off.
 */
final class Journal implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    Journal(Path folder) {
        file = folder.resolve("journal.jsonl");
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new IllegalStateException(
                        file + " is in use by another process (expected: one sandbox per folder)");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    void replay(Consumer<Change> each) {
        try {
            cutTornLine();
            try (var lines = Files.lines(file)) {
                lines.forEach(line -> parse(line).forEach(change -> each.accept(change(change))));
            }
            channel.position(channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replay " + file, e);
        }
    }

    void append(List<Change> changes) {
        try {
            var start = channel.position();
            try {
                write(ByteBuffer.wrap(line(changes)));
            } catch (IOException e) {
                channel.truncate(start); // half a line would corrupt the next one
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private void write(ByteBuffer line) throws IOException {
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    void clear() {
        try {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + file, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void cutTornLine() throws IOException {
        var end = channel.size();
        var last = ByteBuffer.allocate(1);
        while (end > 0) {
            channel.read(last.clear(), end - 1);
            if (last.get(0) == '\n') {
                break;
            }
            end--;
        }
        channel.truncate(end);
    }

    private JsonNode parse(String line) {
        try {
            return Json.read(line);
        } catch (JacksonException e) {
            throw new IllegalStateException(file + " is damaged: " + e.getOriginalMessage(), e);
        }
    }

    private static Change change(JsonNode node) {
        var json = node.path("json");
        return new Change(
                node.path("table").asString(),
                node.path("id").asString(),
                json.isObject() ? Json.MAPPER.writeValueAsBytes(json) : null);
    }

    private static byte[] line(List<Change> changes) {
        var line = new ByteArrayOutputStream();
        line.write('[');
        for (var change : changes) {
            if (line.size() > 1) {
                line.write(',');
            }
            line.writeBytes("{\"table\":\"%s\",\"id\":%s,\"json\":"
                    .formatted(change.table(), Json.MAPPER.writeValueAsString(change.id()))
                    .getBytes(StandardCharsets.UTF_8));
            line.writeBytes(change.json() == null ? "null".getBytes(StandardCharsets.UTF_8) : change.json());
            line.write('}');
        }
        line.writeBytes("]\n".getBytes(StandardCharsets.UTF_8));
        return line.toByteArray();
    }
}
