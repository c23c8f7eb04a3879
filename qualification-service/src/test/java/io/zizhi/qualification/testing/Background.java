package io.zizhi.qualification.testing;

import java.util.List;

/** Background work that reads the same tables as the work whose statements a test counts. */
public final class Background {

    /** The two gauges of every half minute, and the search for plain remarks of every minute. */
    private static final List<String> STATEMENTS = List.of(
            "select restriction, count(*) as amount from qualification",
            "select status, carrier, count(*) as amount",
            "content ->> 'remark' is not null");

    private Background() {}

    /** Returns {@code statements} without those of background work. */
    public static List<String> without(List<String> statements) {
        return statements.stream()
                .filter(sql -> STATEMENTS.stream().noneMatch(sql::contains))
                .toList();
    }
}
