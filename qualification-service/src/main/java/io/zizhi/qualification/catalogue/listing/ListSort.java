package io.zizhi.qualification.catalogue.listing;

import io.zizhi.platform.http.problem.Problems;
import io.zizhi.qualification.model.qualification.Qualification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import java.util.function.Function;

/** By what a list is sorted; among equals by id. Each order has its index (see the migration of lists). */
public enum ListSort {
    /** When it was changed last. */
    UPDATED(
            "q.updated_at",
            "timestamptz",
            Direction.DESCENDING,
            each -> each.updatedAt().toString(),
            Instant::parse),

    /** When it was drafted. */
    CREATED(
            "q.created_at",
            "timestamptz",
            Direction.DESCENDING,
            each -> each.createdAt().toString(),
            Instant::parse),

    /** Its name, by code points. */
    NAME("q.name", "text", Direction.ASCENDING, Qualification::name, name -> {}),

    /** The first end of its evidence, the letter included; those without one at the end. */
    EXPIRES(
            "coalesce(q.expires_on, date 'infinity')",
            "date",
            Direction.ASCENDING,
            each -> each.expiresOn().map(LocalDate::toString).orElse(ListSort.NEVER),
            ListSort::checkDay);

    /** Which end comes first. */
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

    /** The direction where none is asked for. */
    Direction usual() {
        return usual;
    }

    String orderBy(Direction direction) {
        return column + " " + direction.keyword + ", q.id " + direction.keyword;
    }

    /** The condition on rows that come after the parameters {@code key} and {@code id}. */
    String isAfter(Direction direction) {
        return "(" + column + ", q.id) " + direction.after + " (cast(cast(:key as text) as " + type
                + "), cast(:id as bigint))";
    }

    /** What the order goes by, as text. */
    String keyOf(Qualification qualification) {
        return key.apply(qualification);
    }

    /** 400 where a cursor holds no such key. */
    String checked(String text) {
        try {
            check.accept(text);
            return text;
        } catch (DateTimeParseException malformed) {
            throw Problems.badRequest(
                    "CURSOR_INVALID", "?cursor", "Send the nextCursor of the page before, as it was.");
        }
    }

    private static void checkDay(String text) {
        if (!text.equals(NEVER)) {
            LocalDate.parse(text);
        }
    }
}
