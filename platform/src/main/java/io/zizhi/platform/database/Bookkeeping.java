package io.zizhi.platform.database;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.reactive.engine.ReactiveBeforeTransactionCompletionProcess;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinySessionImpl;
import org.hibernate.reactive.session.ReactiveSession;

/**
 * What a transaction owes besides its aggregates: events, audit entries, timers, the receipt of an event. The rows are
 * collected during the transaction and written by one statement. A round trip costs more than the rows do.
 *
 * <p>Hibernate calls this before every commit and after its own flush, however the transaction was opened. A failure of
 * the statement rolls the transaction back. A rollback drops what is owed.
 */
public final class Bookkeeping {

    /** Key in the local data of the Vert.x context, which also hold Panache's session. */
    private static final Object KEY = new Object();

    private static final Pattern PARAMETER = Pattern.compile("\\?");

    /** Statements by the queries of which they consist. A service has a few dozen. */
    private static final Map<List<String>, String> STATEMENTS = new ConcurrentHashMap<>();

    private final MutinySessionImpl session;
    private final Mutiny.Transaction transaction;
    private final Map<Object, OwedRows> owed = new HashMap<>();

    private Bookkeeping(MutinySessionImpl session, Mutiny.Transaction transaction) {
        this.session = session;
        this.transaction = transaction;
    }

    /**
     * Returns the rows of a kind that the current transaction owes, to add more. Fails without a transaction, because
     * the rows would never be written.
     *
     * @param none creates the kind's rows while the transaction owes none
     */
    public static <T extends OwedRows> Uni<T> rows(Class<T> kind, Supplier<T> none) {
        return rows(kind, kind, none);
    }

    /** @param part distinguishes the rows of several tables that one class writes */
    public static <T extends OwedRows> Uni<T> rows(Class<T> kind, Object part, Supplier<T> none) {
        return current().map(books -> kind.cast(books.owed.computeIfAbsent(part, absent -> none.get())));
    }

    /** Writes the changed entities and everything owed now, for a caller that needs the result before the commit. */
    public static Uni<Void> settle() {
        return current()
                .call(books -> books.session.flush())
                .chain(books -> Uni.createFrom().completionStage(books::write));
    }

    private static Uni<Bookkeeping> current() {
        return Panache.getSession().map(Bookkeeping::of);
    }

    private static Bookkeeping of(Mutiny.Session session) {
        Mutiny.Transaction transaction = session.currentTransaction();
        if (transaction == null) {
            throw new IllegalStateException("Events, timers and audit entries need a transaction.");
        }
        Context context = Vertx.currentContext();
        Bookkeeping known = context.getLocal(KEY);
        if (known != null && transaction.equals(known.transaction)) {
            return known;
        }
        Bookkeeping begun = new Bookkeeping((MutinySessionImpl) session, transaction);
        begun.writeBeforeCommit();
        context.putLocal(KEY, begun);
        return begun;
    }

    private void writeBeforeCommit() {
        ReactiveBeforeTransactionCompletionProcess process = committing -> write();
        session.unwrap(ReactiveSession.class).getReactiveActionQueue().registerProcess(process);
    }

    private CompletionStage<Void> write() {
        List<OwedRows> rows = owed.values().stream()
                .filter(each -> !each.isEmpty())
                .sorted(Comparator.comparing(OwedRows::place).thenComparing(OwedRows::queries))
                .toList();
        owed.clear();
        // A session keeps the processes of a transaction that was rolled back for its next transaction.
        if (rows.isEmpty() || !transaction.equals(session.currentTransaction())) {
            return CompletableFuture.completedStage(null);
        }
        Object[] parameters =
                rows.stream().flatMap(each -> each.parameters().stream()).toArray();
        return session.getReactiveConnection()
                .select(statement(rows), parameters)
                .thenAccept(written -> written(rows, written));
    }

    private static void written(List<OwedRows> rows, Iterator<Object[]> written) {
        Object[] results = written.next();
        for (int index = 0; index < results.length; index++) {
            rows.get(index).written(((Number) results[index]).longValue());
        }
    }

    /** PostgreSQL runs the queries in the order in which the results read them, so the results read all of them. */
    private static String statement(List<OwedRows> rows) {
        List<String> queries = rows.stream().map(OwedRows::queries).toList();
        return STATEMENTS.computeIfAbsent(queries, absent -> {
            AtomicInteger number = new AtomicInteger();
            String numbered = PARAMETER
                    .matcher(String.join(",\n", queries))
                    .replaceAll(each -> Matcher.quoteReplacement("$" + number.incrementAndGet()));
            String results = rows.stream().map(OwedRows::result).collect(Collectors.joining(", "));
            return "with " + numbered + "\nselect " + results;
        });
    }
}
