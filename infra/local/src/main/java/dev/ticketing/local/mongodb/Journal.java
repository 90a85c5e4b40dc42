package dev.ticketing.local.mongodb;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of changes. What {@link #commit} has returned from survives {@code kill -9} of this process,
 * as a whole or, when the kill came first, not at all. A power cut may cost the last moments, never the file.
 *
 * <p>Not thread-safe: its users take turns.
 */
final class Journal implements AutoCloseable {

    /** Below this a journal is never worth rewriting. */
    private static final long SMALL = 32L << 20;

    private static final int HEADER = Integer.BYTES + Long.BYTES;

    private final Path file;
    private final ByteBuf pending = Unpooled.buffer();
    private @Nullable FileChannel open;
    private long rewriteAbove;

    Journal(Path file) {
        this.file = file;
    }

    /** Hands over every change of the past, oldest first. A torn record at the end was never acknowledged. */
    void replay(Consumer<Document> change) {
        if (!Files.exists(file)) {
            return;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            for (var record = read(in); record != null; record = read(in)) {
                while (record.isReadable()) {
                    change.accept(BsonDecoder.decodeBson(record));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable ByteBuf read(DataInputStream in) throws IOException {
        try {
            var length = in.readInt();
            var checksum = in.readLong();
            var payload = in.readNBytes(length);
            return payload.length == length && checksum == checksum(payload) ? Unpooled.wrappedBuffer(payload) : null;
        } catch (EOFException end) {
            return null;
        }
    }

    void append(Document change) {
        BsonEncoder.encodeDocument(change, pending);
    }

    /** Writes what was appended as one record. */
    void commit() {
        if (!pending.isReadable()) {
            return;
        }
        var payload = new byte[pending.readableBytes()];
        pending.readBytes(payload).clear();
        var record = ByteBuffer.allocate(HEADER + payload.length);
        record.putInt(payload.length).putLong(checksum(payload)).put(payload).flip();
        try {
            while (record.hasRemaining()) {
                channel().write(record);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileChannel channel() {
        return Objects.requireNonNull(open, "not yet rewritten");
    }

    private static long checksum(byte[] payload) {
        var crc = new CRC32();
        crc.update(payload);
        return crc.getValue();
    }

    boolean hasOutgrownItsContent() {
        try {
            return channel().position() > rewriteAbove;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the file by one with just these changes; the old one stays valid until the new one is complete. */
    void rewrite(Stream<Document> content) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        var old = open;
        try {
            open = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            content.forEach(change -> {
                append(change);
                commit();
            });
            channel().force(true);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            rewriteAbove = Math.max(SMALL, 3 * channel().position());
            if (old != null) {
                old.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel().force(true);
            channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
