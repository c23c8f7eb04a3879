package io.zizhi.platform.database;

import java.util.List;

/**
 * Rows of one kind that a transaction owes besides its aggregates. {@link Bookkeeping} collects them and writes all
 * kinds in one statement. That statement reads the tables as they were before it, so no kind sees the rows of another.
 */
public interface OwedRows {

    /** The order in which the kinds take their row locks, so that transactions cannot deadlock here. */
    enum Place {
        RECEIPT,
        TIMERS,
        SERVICE,
        /** Rows of the service that take their ids from a sequence after those of {@link #SERVICE}. */
        SERVICE_LATER,
        EVENTS,
        AUDIT
    }

    Place place();

    boolean isEmpty();

    /** Returns {@code with} queries, separated by commas. Their names are unique. Each parameter is a {@code ?}. */
    String queries();

    /** Returns the parameters in the order of the {@code ?}. */
    List<Object> parameters();

    /**
     * Returns a scalar expression of type {@code bigint}. It reads each of the {@link #queries} that changes rows, in
     * the order in which they must run: PostgreSQL runs an unread one last.
     */
    String result();

    /**
     * Receives the value of {@link #result}.
     *
     * @throws IllegalStateException if rows are missing; rolls the transaction back
     */
    void written(long result);

    /** Fails unless as many rows were written as were owed. */
    static void requireAll(long written, int owed) {
        if (written != owed) {
            throw new IllegalStateException("Bookkeeping wrote " + written + " rows instead of " + owed + ".");
        }
    }
}
