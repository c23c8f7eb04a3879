package io.zizhi.faults.evidence.collection;

import io.zizhi.faults.evidence.Evidence;
import io.zizhi.local.suite.Suite;
import java.util.List;

/** Checks that the database writes commits to disk. Without this, a campaign proves nothing. */
public final class DurabilitySettings {

    private static final List<String> ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private DurabilitySettings() {}

    /** @throws IllegalStateException if a setting is off */
    public static void require(Suite suite) {
        DatabaseDump database = new DatabaseDump(suite.database(Evidence.REVIEW));
        for (String setting : ON) {
            String value = database.one("show " + setting).text(setting);
            if (!value.equals("on")) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + "=" + value);
            }
        }
    }
}
