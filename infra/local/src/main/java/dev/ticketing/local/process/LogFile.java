package dev.ticketing.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The output of a process; finds the last line that explains its death. */
public record LogFile(Path path) {

    private static final int TAIL = 64 * 1024;

    /** Stack frames, separators, and log lines of the JVM itself. */
    private static final Pattern NOISE = Pattern.compile(
            "\\s*at .*|\\s*\\.\\.\\. \\d+ .*|\\s*|[\\s*=\\-]+|\\[\\d+\\.\\d+s]\\[.*|Picked up \\w+: .*");

    private static final Pattern REASON = Pattern.compile(
            "(?i).*(caused by: |\\berror\\b|exception|failed|cannot|could not|unable|refused|fatal|\\[emerg]).*");

    /** The last line that names a problem, else the last one with content. */
    public String lastMeaningfulLine() {
        var lines =
                tail().stream().filter(line -> !NOISE.matcher(line).matches()).toList();
        return lines.reversed().stream()
                .filter(line -> REASON.matcher(line).matches())
                .findFirst()
                .or(() -> lines.reversed().stream().findFirst())
                .map(String::strip)
                .orElse("(no output)");
    }

    private List<String> tail() {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL));
            var bytes = new byte[Math.toIntExact(file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
