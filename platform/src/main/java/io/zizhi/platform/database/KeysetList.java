package io.zizhi.platform.database;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.ListCursor;
import io.zizhi.platform.http.Page;
import io.zizhi.platform.http.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list with keyset paging, described by its statement, the view of a row and its order. A request adds filters and a
 * page. Needs a session.
 */
public final class KeysetList<V> {

    /**
     * A sort column. Together, the sort columns are unique; none is ever null.
     *
     * @param read reads this column's value from the cursor, which holds the values of the last row
     * @param value returns this column's value from a view
     */
    public record SortKey<V>(String column, BiFunction<ListCursor, Integer, Object> read, Function<V, ?> value) {

        public static <V> SortKey<V> text(String column, Function<V, String> value) {
            return new SortKey<>(column, ListCursor::text, value);
        }

        public static <V> SortKey<V> number(String column, Function<V, ? extends Number> value) {
            return new SortKey<>(column, ListCursor::number, value);
        }

        public static <V> SortKey<V> instant(String column, Function<V, Instant> value) {
            return new SortKey<>(column, ListCursor::instant, value);
        }
    }

    private final String select;
    private final Function<Row, V> view;
    private final List<SortKey<V>> order;
    private final boolean descending;

    /** @param select everything before the conditions */
    public KeysetList(String select, Function<Row, V> view, List<SortKey<V>> order) {
        this(select, view, order, false);
    }

    private KeysetList(String select, Function<Row, V> view, List<SortKey<V>> order, boolean descending) {
        this.select = select;
        this.view = view;
        this.order = order;
        this.descending = descending;
    }

    /** Returns the same list from its last row to its first. */
    public KeysetList<V> descending() {
        return new KeysetList<>(select, view, order, true);
    }

    /**
     * Returns a page of the rows that match.
     *
     * @param filter adds the conditions of the request
     */
    public Uni<Page<V>> page(PageRequest page, UnaryOperator<NativeQuery> filter) {
        return page(page.cursor(), page.limit(), filter);
    }

    /**
     * Returns a page of any size.
     *
     * @param cursor the {@code nextCursor} of the previous page; null for the first page
     */
    public Uni<Page<V>> page(@Nullable String cursor, int limit, UnaryOperator<NativeQuery> filter) {
        NativeQuery query = filter.apply(new NativeQuery(select));
        ListCursor last = ListCursor.from(cursor, order.size());
        if (last != null) {
            String beyond = descending ? ") < (" : ") > (";
            query.where("(" + columns() + beyond + join(part -> ":after" + part) + ")");
            for (int part = 0; part < order.size(); part++) {
                query.with("after" + part, order.get(part).read().apply(last, part));
            }
        }
        return rows(query, limit + 1).map(found -> Page.of(found, limit, this::cursor));
    }

    /** Returns the first rows that match. */
    public Uni<List<V>> first(int count, UnaryOperator<NativeQuery> filter) {
        return rows(filter.apply(new NativeQuery(select)), count);
    }

    private Uni<List<V>> rows(NativeQuery query, int count) {
        String direction = descending ? " desc" : "";
        return query.then("order by " + join(part -> order.get(part).column() + direction) + " limit " + count)
                .rows()
                .map(rows -> rows.stream().map(view).toList());
    }

    private String cursor(V last) {
        return ListCursor.of(order.stream().map(key -> key.value().apply(last)).toArray());
    }

    private String columns() {
        return join(part -> order.get(part).column());
    }

    private String join(Function<Integer, String> part) {
        return IntStream.range(0, order.size()).boxed().map(part).collect(Collectors.joining(", "));
    }
}
