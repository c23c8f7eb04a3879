package io.zizhi.platform.timers;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.EntityColumns;
import io.zizhi.platform.database.NativeQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of one kind of {@link TimerOwner}. */
public final class OwnerRows<T> {

    private final Class<T> entity;
    private final Function<T, Long> id;
    private final String lockFree;

    /**
     * @param table table of the entity
     * @param idColumn the table's primary key, which {@code id} reads from an entity
     */
    public OwnerRows(Class<T> entity, String table, String idColumn, Function<T, Long> id) {
        this.entity = entity;
        this.id = id;
        this.lockFree = "select %1$s from %2$s where %3$s = any(:ids) order by %3$s for no key update skip locked"
                .formatted(EntityColumns.of(entity), table, idColumn);
    }

    /** Locks and reads the owners that no other transaction has locked, and returns their ids. */
    public Uni<List<Long>> lockFree(List<Long> ids) {
        return new NativeQuery(lockFree)
                .with("ids", ids.toArray(Long[]::new))
                .list(entity)
                .map(locked -> locked.stream().map(id).toList());
    }

    /** Returns owners that {@link #lockFree} has locked in this session, without a query. */
    public Uni<Map<Long, T>> locked(Collection<Long> ids) {
        return Panache.getSession()
                .map(session -> ids.stream()
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), each -> session.getReference(entity, each))));
    }
}
