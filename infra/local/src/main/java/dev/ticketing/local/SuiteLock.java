package dev.ticketing.local;

import dev.ticketing.local.process.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held while a suite uses its folder; the system lets go of it however the holder ends. */
final class SuiteLock implements AutoCloseable {

    private final FileChannel channel;

    private SuiteLock(FileChannel channel) {
        this.channel = channel;
    }

    static SuiteLock take(Path folder) {
        var file = folder.resolve("lock");
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(file);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes()));
            return new SuiteLock(channel);
        } catch (OverlappingFileLockException e) {
            throw inUse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CannotStart inUse(Path file) {
        String holder;
        try {
            holder = Files.readString(file);
        } catch (IOException e) {
            holder = "?";
        }
        return new CannotStart("the suite is running already (pid %s): stop it first".formatted(holder));
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
