package io.zizhi.platform.timers;

import io.zizhi.platform.database.OwedRows;
import io.zizhi.platform.observability.tracing.TraceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The timers that a transaction has armed and cancelled. */
final class OwedTimers implements OwedRows {

    record Owner(String type, long id) {}

    record Armed(
            Owner owner,
            String kind,
            int cycle,
            Instant dueAt,
            String state,
            @Nullable TraceContext trace) {

        private Armed cancelled() {
            return new Armed(owner, kind, cycle, dueAt, "CANCELLED", trace);
        }
    }

    /** The {@code case} makes the planner search by owner and never through all armed timers. */
    private static final String CANCEL = """
            cancelled as (
                update timer set state = 'CANCELLED'
                from unnest(cast(? as text[]), cast(? as bigint[])) as owner(type, id)
                where owner_type = owner.type and owner_id = owner.id
                  and case when state = 'ARMED' then true else false end
                returning 1)""";

    private static final String ARM = """
            armed as (
                insert into timer(owner_type, owner_id, kind, cycle, due_at, state, traceparent)
                select owner_type, owner_id, kind, cycle, due_at, state, traceparent
                from unnest(cast(? as text[]), cast(? as bigint[]), cast(? as text[]), cast(? as integer[]),
                    cast(? as timestamptz[]), cast(? as text[]), cast(? as text[]))
                    as e(owner_type, owner_id, kind, cycle, due_at, state, traceparent)
                returning 1)""";

    private final Set<Owner> cancelled = new LinkedHashSet<>();
    private final List<Armed> armed = new ArrayList<>();

    void arm(List<Armed> timers) {
        armed.addAll(timers);
    }

    /** Cancels the owner's timers, including those that this transaction has armed so far. */
    void cancel(Owner owner) {
        cancelled.add(owner);
        armed.replaceAll(each -> each.owner().equals(owner) ? each.cancelled() : each);
    }

    /** Returns the last cycle that this transaction has armed, or 0. */
    int lastCycle(Owner owner) {
        return armed.stream()
                .filter(each -> each.owner().equals(owner))
                .mapToInt(Armed::cycle)
                .max()
                .orElse(0);
    }

    @Override
    public Place place() {
        return Place.TIMERS;
    }

    @Override
    public boolean isEmpty() {
        return cancelled.isEmpty() && armed.isEmpty();
    }

    @Override
    public String queries() {
        return armed.isEmpty() ? CANCEL : cancelled.isEmpty() ? ARM : CANCEL + ",\n" + ARM;
    }

    @Override
    public List<Object> parameters() {
        Stream<Object> ofCancelled = Stream.of(
                cancelled.stream().map(Owner::type).toArray(String[]::new),
                cancelled.stream().map(Owner::id).toArray(Long[]::new));
        Stream<Object> ofArmed = Stream.of(
                texts(each -> each.owner().type()),
                armed.stream().map(each -> each.owner().id()).toArray(Long[]::new),
                texts(Armed::kind),
                armed.stream().map(Armed::cycle).toArray(Integer[]::new),
                armed.stream()
                        .map(each -> each.dueAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new),
                texts(Armed::state),
                texts(each -> each.trace() == null ? null : each.trace().traceparent()));
        return Stream.concat(
                        cancelled.isEmpty() ? Stream.empty() : ofCancelled, armed.isEmpty() ? Stream.empty() : ofArmed)
                .toList();
    }

    private @Nullable String[] texts(Function<Armed, @Nullable String> text) {
        return armed.stream().map(text).toArray(String[]::new);
    }

    @Override
    public String result() {
        String none = "(select 0 * count(*) from cancelled)";
        String all = "(select count(*) from armed)";
        return armed.isEmpty() ? none : cancelled.isEmpty() ? all : none + " + " + all;
    }

    @Override
    public void written(long result) {
        OwedRows.requireAll(result, armed.size());
    }
}
