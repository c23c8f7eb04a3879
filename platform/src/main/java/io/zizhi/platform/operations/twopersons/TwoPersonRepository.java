package io.zizhi.platform.operations.twopersons;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.KeysetList;
import io.zizhi.platform.database.KeysetList.SortKey;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table of requests with a four-eyes check. Its columns are {@code id}, {@code state}, {@code requested_by},
 * {@code requested_at}, {@code closed_by}, {@code closed_at}, and the columns of the requested action.
 */
public abstract class TwoPersonRepository<R extends TwoPersonRequest> {

    protected abstract String table();

    /** Returns the columns that {@link #read} reads. */
    protected abstract String columns();

    protected abstract R read(Row row);

    /** Returns the 404 for an unknown id. */
    protected abstract ProblemException notFound();

    /** Returns the 409 for a request that is no longer open. */
    protected abstract ProblemException closed();

    /**
     * Stores a request. Call it in a transaction.
     *
     * @param insert returns the id of the new row, or no row if the request is refused
     */
    protected Uni<R> request(NativeQuery insert, Supplier<ProblemException> refusal) {
        return insert.first().map(row -> row.orElseThrow(refusal).number("id")).chain(this::lock);
    }

    /**
     * Lists requests, oldest first.
     *
     * @param state only requests in this state; null for open requests
     */
    public Uni<Page<R>> page(@Nullable TwoPersonState state, PageRequest page) {
        return page(state, page, query -> query);
    }

    /**
     * Like {@link #page(TwoPersonState, PageRequest)}, with further conditions.
     *
     * @param filter adds the conditions
     */
    protected Uni<Page<R>> page(@Nullable TwoPersonState state, PageRequest page, UnaryOperator<NativeQuery> filter) {
        return new KeysetList<R>(statement(), this::read, List.of(SortKey.number("id", TwoPersonRequest::id)))
                .page(
                        page,
                        query -> filter.apply(query.where(
                                "state = :state", "state", (state == null ? TwoPersonState.REQUESTED : state).name())));
    }

    /**
     * Closes a request as carried out. Call it in a transaction. Fails with 403 for the person who made the request,
     * and with 409 if the request is closed.
     *
     * @param carryOut performs the requested action, in the same transaction
     */
    public Uni<R> confirm(long id, String person, Function<R, Uni<Void>> carryOut) {
        return lock(id).invoke(this::requireOpen)
                .invoke(request -> requireOther(request, person))
                .call(carryOut::apply)
                .chain(() -> close(id, TwoPersonState.CARRIED_OUT, person));
    }

    /**
     * Closes a request without carrying it out. Call it in a transaction. Fails with 409 if the request is closed.
     *
     * @param record writes the audit row, in the same transaction
     */
    public Uni<R> cancel(long id, String person, Function<R, Uni<Void>> record) {
        return lock(id).invoke(this::requireOpen)
                .call(record::apply)
                .chain(() -> close(id, TwoPersonState.CANCELLED, person));
    }

    /** Locks the row until the transaction ends. */
    private Uni<R> lock(long id) {
        return select().where("id = :id", "id", id)
                .then("for update")
                .first()
                .map(found -> found.map(this::read).orElseThrow(this::notFound));
    }

    private Uni<R> close(long id, TwoPersonState state, String person) {
        return new NativeQuery("update " + table() + " set state = :state, closed_by = :person,"
                        + " closed_at = clock_timestamp()")
                .with("state", state.name())
                .with("person", person)
                .where("id = :id", "id", id)
                .execute()
                .chain(() -> lock(id));
    }

    private String statement() {
        return "select " + columns() + " from " + table();
    }

    protected NativeQuery select() {
        return new NativeQuery(statement());
    }

    private void requireOpen(R request) {
        if (request.state() != TwoPersonState.REQUESTED) {
            throw closed();
        }
    }

    private static void requireOther(TwoPersonRequest request, String person) {
        if (request.requestedBy().equals(person)) {
            throw Problems.forbidden(
                    "SECOND_PERSON_REQUIRED", "You made this request; another person must confirm it.");
        }
    }
}
