package dev.ticketing.local;

import dev.ticketing.suite.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NoSuchElementException;

/**
 * Held while a suite uses its folder; the system releases it however the holder ends. Its lines name the holder:
 * process id and use.
 */
final class SuiteLock implements AutoCloseable {

    private final FileChannel channel;

    private SuiteLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @param use the address of the suite, or the other work in its folder */
    static SuiteLock take(Path folder, String use) {
        var file = folder.resolve("lock");
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(file);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    "%d%n%s%n".formatted(ProcessHandle.current().pid(), use).getBytes(StandardCharsets.UTF_8)));
            return new SuiteLock(channel);
        } catch (OverlappingFileLockException e) {
            throw inUse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CannotStart inUse(Path file) {
        try {
            var holder = Files.readAllLines(file);
            return new CannotStart("the suite of this folder is already running: %s (pid %s): stop it first"
                    .formatted(holder.getLast(), holder.getFirst()));
        } catch (IOException | NoSuchElementException e) {
            return new CannotStart("the suite of this folder is already running: stop it first", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
