package io.zizhi.qualification.catalogue.listing.query;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.qualification.Qualification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import java.util.function.Function;

/** The sort keys of a list; ties are sorted by id. Each has its own index (see the migration of lists). */
public enum ListSort {
    /** Time of the last change. */
    UPDATED(
            "q.updated_at",
            "timestamptz",
            Direction.DESCENDING,
            each -> each.updatedAt().toString(),
            Instant::parse),

    /** Time of drafting. */
    CREATED(
            "q.created_at",
            "timestamptz",
            Direction.DESCENDING,
            each -> each.createdAt().toString(),
            Instant::parse),

    /** Name, compared by code points. */
    NAME("q.name", "text", Direction.ASCENDING, Qualification::name, name -> {}),

    /** Earliest expiry of its evidence, including the letter; qualifications without one come last. */
    EXPIRES(
            "coalesce(q.expires_on, date 'infinity')",
            "date",
            Direction.ASCENDING,
            each -> each.expiresOn().map(LocalDate::toString).orElse(ListSort.NEVER),
            ListSort::checkDay);

    public enum Direction {
        ASCENDING("asc", ">"),
        DESCENDING("desc", "<");

        private final String keyword;
        private final String after;

        Direction(String keyword, String after) {
            this.keyword = keyword;
            this.after = after;
        }
    }

    private static final String NEVER = "infinity";

    private final String column;
    private final String type;
    private final Direction usual;
    private final Function<Qualification, String> key;
    private final Consumer<String> check;

    ListSort(String column, String type, Direction usual, Function<Qualification, String> key, Consumer<String> check) {
        this.column = column;
        this.type = type;
        this.usual = usual;
        this.key = key;
        this.check = check;
    }

    /** Returns the default direction. */
    Direction usual() {
        return usual;
    }

    String orderBy(Direction direction) {
        return column + " " + direction.keyword + ", q.id " + direction.keyword;
    }

    /** Returns the SQL condition for rows after the parameters {@code key} and {@code id}. */
    String isAfter(Direction direction) {
        return "(" + column + ", q.id) " + direction.after + " (cast(cast(:key as text) as " + type
                + "), cast(:id as bigint))";
    }

    String keyOf(Qualification qualification) {
        return key.apply(qualification);
    }

    /** Fails with 400 if a cursor contains an invalid key. */
    String checked(String text) {
        try {
            check.accept(text);
            return text;
        } catch (DateTimeParseException malformed) {
            throw Problems.badRequest(
                    "CURSOR_INVALID",
                    "?cursor",
                    "Invalid cursor: send the `nextCursor` of the previous page unchanged.");
        }
    }

    private static void checkDay(String text) {
        if (!text.equals(NEVER)) {
            LocalDate.parse(text);
        }
    }
}
