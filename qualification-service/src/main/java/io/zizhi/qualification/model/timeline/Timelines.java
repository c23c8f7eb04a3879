package io.zizhi.qualification.model.timeline;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.Bookkeeping;
import io.zizhi.platform.database.OwedRows.Place;
import java.util.List;

/** A table of timelines. {@link Bookkeeping} writes its new entries before the commit. */
public final class Timelines {

    private final Place place;
    private final String insert;
    private final String result;

    /**
     * @param table table of the entries
     * @param subject column with the id of the timeline's owner
     */
    public Timelines(String table, String subject) {
        this(table, subject, Place.SERVICE);
    }

    Timelines(String table, String subject, Place place) {
        this.place = place;
        this.insert = """
                %1$s_added as (
                    insert into %1$s(%2$s, act, actor, role, at, work_order, details)
                    select subject_id, act, actor, role, at, work_order, cast(details as jsonb)
                    from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                        cast(? as timestamptz[]), cast(? as bigint[]), cast(? as text[]))
                        with ordinality as a(subject_id, act, actor, role, at, work_order, details, position)
                    order by position
                    returning 1)""".formatted(table, subject);
        this.result = "(select count(*) from " + table + "_added)";
    }

    /** Adds entries in their order, which may belong to several timelines. */
    public Uni<Void> append(List<? extends RecordedAct> acts) {
        return Bookkeeping.rows(OwedActs.class, this, () -> new OwedActs(place, insert, result))
                .invoke(owed -> owed.add(acts))
                .replaceWithVoid();
    }
}
