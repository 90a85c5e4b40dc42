package dev.ticketing.stripesandbox.store;

import dev.ticketing.stripesandbox.SandboxReset;
import dev.ticketing.stripesandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * All documents, by table in order of first insertion. One lock serializes transactions, so each reads and leaves a
 * consistent state; readers get copies. A transaction is in the journal before {@link Transaction#commit} returns.
 */
@Component
public final class Store implements DisposableBean {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, LinkedHashMap<String, byte[]>> tables = new HashMap<>();
    private final Journal journal;
    private Transaction current;

    Store(SandboxSettings settings) {
        journal = settings.data().isBlank() ? null : new Journal(Path.of(settings.data()));
        if (journal != null) {
            journal.replay(this::apply);
        }
    }

    /** Locks the store for this thread until the transaction is closed. */
    public Transaction begin() {
        lock.lock();
        if (current != null) {
            lock.unlock();
            throw new IllegalStateException("this thread is in a transaction (expected: one at a time)");
        }
        current = new Transaction(this);
        return current;
    }

    /** Runs the work in its own transaction and commits it unless it throws. */
    public <T> T inTransaction(Supplier<T> work) {
        try (var transaction = begin()) {
            var result = work.get();
            transaction.commit();
            return result;
        }
    }

    public void put(Document document) {
        change(new Change(table(document.getClass()), document.id(), Json.MAPPER.writeValueAsBytes(document)));
    }

    public void remove(Class<? extends Document> type, String id) {
        change(new Change(table(type), id, null));
    }

    /** After the commit of the current transaction; never if it is rolled back. */
    public void afterCommit(Runnable action) {
        required().afterCommit(action);
    }

    public <T extends Document> Optional<T> find(Class<T> type, String id) {
        return locked(() -> Optional.ofNullable(table(table(type)).get(id)).map(json -> read(type, json)));
    }

    /** Lazy within a transaction, where the caller may stop early; call it there. */
    public <T extends Document> Stream<T> newestFirst(Class<T> type) {
        required();
        return table(table(type)).reversed().values().stream().map(json -> read(type, json));
    }

    public int size(Class<? extends Document> type) {
        return locked(() -> table(table(type)).size());
    }

    public Optional<String> eldest(Class<? extends Document> type) {
        return locked(() -> table(table(type)).keySet().stream().findFirst());
    }

    @EventListener(SandboxReset.class)
    void clear() {
        locked(() -> {
            tables.clear();
            if (journal != null) {
                journal.clear();
            }
            return null;
        });
    }

    @Override
    public void destroy() throws IOException {
        if (journal != null) {
            journal.close();
        }
    }

    void write(Transaction transaction) {
        if (journal != null && !transaction.changes().isEmpty()) {
            journal.append(transaction.changes());
        }
    }

    void end() {
        current = null;
        lock.unlock();
    }

    /** Applies the change and returns its inverse. */
    Change apply(Change change) {
        var table = table(change.table());
        var before = change.json() == null ? table.remove(change.id()) : table.put(change.id(), change.json());
        return new Change(change.table(), change.id(), before);
    }

    private void change(Change change) {
        required().add(change, apply(change));
    }

    private Transaction required() {
        if (!lock.isHeldByCurrentThread() || current == null) {
            throw new IllegalStateException("no transaction (expected: Store.begin before a change)");
        }
        return current;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private LinkedHashMap<String, byte[]> table(String name) {
        return tables.computeIfAbsent(name, _ -> new LinkedHashMap<>());
    }

    private static String table(Class<?> type) {
        return type.getSimpleName();
    }

    private static <T> T read(Class<T> type, byte[] json) {
        return Json.MAPPER.readValue(json, type);
    }
}
