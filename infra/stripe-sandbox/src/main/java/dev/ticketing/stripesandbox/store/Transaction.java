package dev.ticketing.stripesandbox.store;

import java.util.ArrayList;
import java.util.List;

/** Changes that become durable together, or are undone together when it is closed without a commit. */
public final class Transaction implements AutoCloseable {

    private final Store store;
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> opposites = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean committed;

    Transaction(Store store) {
        this.store = store;
    }

    /** Undoes all changes so far; the transaction continues. */
    public void undo() {
        opposites.reversed().forEach(store::apply);
        opposites.clear();
        changes.clear();
        afterCommit.clear();
    }

    public void commit() {
        store.write(this);
        committed = true;
    }

    @Override
    public void close() {
        try {
            if (!committed) {
                undo();
            }
        } finally {
            store.end();
        }
        afterCommit.forEach(Runnable::run);
    }

    void add(Change change, Change opposite) {
        changes.add(change);
        opposites.add(opposite);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    List<Change> changes() {
        return changes;
    }
}
