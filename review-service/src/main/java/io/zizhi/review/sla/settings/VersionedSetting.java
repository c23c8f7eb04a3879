package io.zizhi.review.sla.settings;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.http.problem.Problems;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A setting of the clock that is stored in versions. Every change adds a version and a revision of the clock's data;
 * stored versions never change. Reading needs a session, changing needs a transaction.
 */
public final class VersionedSetting<T> {

    /**
     * A column with content.
     *
     * @param type its type in PostgreSQL
     * @param value the value as text
     */
    record Column<T>(String name, String type, Function<T, String> value) {

        private String selected() {
            return "cast(s." + name + " as text) as " + name;
        }

        private String cast(String parameter) {
            return "cast(cast(" + parameter + " as text) as " + type + ")";
        }
    }

    private final String noun;
    private final String table;
    private final @Nullable Column<T> key;
    private final List<Column<T>> columns;
    private final Function<Row, T> content;

    /**
     * @param noun names the setting in errors
     * @param key column of which every value has its own versions; null if the table holds the versions of one setting
     * @param columns columns other than the key
     * @param content reads the columns, each as text
     */
    VersionedSetting(
            String noun, String table, @Nullable Column<T> key, List<Column<T>> columns, Function<Row, T> content) {
        this.noun = noun;
        this.table = table;
        this.key = key;
        this.columns = Stream.concat(Stream.ofNullable(key), columns.stream()).toList();
        this.content = content;
    }

    /** Returns the versions in force now, by key. */
    public Uni<List<Version<T>>> current() {
        return at(Long.MAX_VALUE);
    }

    /** Returns the versions in force at the revision, by key. */
    Uni<List<Version<T>>> at(long revision) {
        String sameKey = key == null ? "" : " and o.%1$s = s.%1$s".formatted(key.name());
        return select().where(
                        "s.version = (select max(o.version) from %s o where o.revision <= :revision%s)"
                                .formatted(table, sameKey),
                        "revision",
                        revision)
                .then(key == null ? "" : "order by s." + key.name())
                .rows()
                .map(this::versions);
    }

    /** Returns all versions of a setting without a key, the newest first. */
    public Uni<List<Version<T>>> history() {
        return select().then("order by s.version desc").rows().map(this::versions);
    }

    /** Returns all versions of one key, the newest first. */
    public Uni<List<Version<T>>> history(Object value) {
        return select().where("s." + Objects.requireNonNull(key).name() + " = :key", "key", value)
                .then("order by s.version desc")
                .rows()
                .map(this::versions);
    }

    /**
     * Adds a version. Unchanged content creates no version, and a repeated change gets the first response.
     *
     * @param newest empty if there is no version yet
     * @param expected the version that the person saw; 0 if there was none
     * @param record writes the audit row, in the same transaction; skipped if there is nothing to change
     */
    public Uni<Version<T>> change(
            Optional<Version<T>> newest, long expected, T wanted, String person, Supplier<Uni<Void>> record) {
        if (newest.isPresent() && newest.get().isAnswerTo(expected, wanted, person)) {
            return Uni.createFrom().item(newest.get());
        }
        int number = newest.map(Version::number).orElse(0);
        if (number != expected) {
            throw Problems.preconditionFailed(
                    "The " + noun + " has version " + number + (number == 0 ? " (not stored yet)." : "."));
        }
        return add(number + 1, wanted, person).call(record::get);
    }

    private Uni<Version<T>> add(int number, T wanted, String person) {
        NativeQuery insert = new NativeQuery(
                """
                with changed as (
                    insert into clock_revision(revision, changed_by)
                    select max(revision) + 1, :changedBy from clock_revision returning revision, changed_at),
                added as (
                    insert into %s(version, revision, %s)
                    select cast(:version as integer), revision, %s from changed)
                select revision, changed_at from changed
                """.formatted(table, list(Column::name), list(column -> column.cast(":" + column.name()))));
        columns.forEach(column -> insert.with(column.name(), column.value().apply(wanted)));
        return insert.with("changedBy", person)
                .with("version", number)
                .first()
                .map(Optional::orElseThrow)
                .map(row -> new Version<>(number, row.number("revision"), person, row.instant("changed_at"), wanted));
    }

    /** Adds the next version to an existing revision by JDBC, for data that the service seeds at start-up. */
    void seed(Connection connection, long revision, T wanted) throws SQLException {
        String next =
                "insert into %1$s(version, revision, %2$s) select coalesce(max(version), 0) + 1, ?, %3$s from %1$s"
                        .formatted(table, list(Column::name), list(column -> column.cast("?")));
        String ofKey = key == null ? "" : " where " + key.name() + " = " + key.cast("?");
        try (PreparedStatement insert = connection.prepareStatement(next + ofKey)) {
            int parameter = 1;
            insert.setLong(parameter++, revision);
            for (Column<T> column : columns) {
                insert.setString(parameter++, column.value().apply(wanted));
            }
            if (key != null) {
                insert.setString(parameter, key.value().apply(wanted));
            }
            insert.executeUpdate();
        }
    }

    private NativeQuery select() {
        return new NativeQuery(
                "select s.version, s.revision, r.changed_by, r.changed_at, %s from %s s join clock_revision r using (revision)"
                        .formatted(list(Column::selected), table));
    }

    private List<Version<T>> versions(List<Row> rows) {
        return rows.stream()
                .map(row -> new Version<>(
                        (int) row.number("version"),
                        row.number("revision"),
                        row.text("changed_by"),
                        row.instant("changed_at"),
                        content.apply(row)))
                .toList();
    }

    private String list(Function<Column<T>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }
}
