package io.zizhi.qualification.model.timeline;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import java.util.List;
import java.util.function.Function;

/** Inserts entries of many timelines in one statement, in the given order. */
public final class ActInsert {

    private final String statement;

    /**
     * @param table table of the entries
     * @param subject column with the id of the timeline's owner
     */
    public ActInsert(String table, String subject) {
        this.statement = """
                insert into %s(%s, act, actor, role, at, work_order, details)
                select subject_id, act, actor, role, at, work_order, cast(details as jsonb)
                from unnest(cast(:subjects as bigint[]), cast(:acts as text[]), cast(:actors as text[]),
                    cast(:roles as text[]), cast(cast(:instants as text[]) as timestamptz[]), cast(:workOrders as bigint[]),
                    cast(:details as text[]))
                    with ordinality as a(subject_id, act, actor, role, at, work_order, details, position)
                order by position
                """.formatted(table, subject);
    }

    public Uni<Void> append(List<? extends RecordedAct> acts) {
        if (acts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return new NativeQuery(statement)
                .with("subjects", acts.stream().map(RecordedAct::subjectId).toArray(Long[]::new))
                .with("acts", texts(acts, act -> act.act().name()))
                .with("actors", texts(acts, RecordedAct::actor))
                .with("roles", texts(acts, RecordedAct::role))
                .with("instants", texts(acts, act -> act.at().toString()))
                .with("workOrders", acts.stream().map(RecordedAct::workOrder).toArray(Long[]::new))
                .with("details", texts(acts, RecordedAct::detailsAsJson))
                .execute()
                .replaceWithVoid();
    }

    private static String[] texts(List<? extends RecordedAct> acts, Function<RecordedAct, String> text) {
        return acts.stream().map(text).toArray(String[]::new);
    }
}
