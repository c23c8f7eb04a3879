package io.zizhi.platform.operations.reconciliation;

import io.zizhi.platform.runtime.cleanup.CleanUpConfig;
import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Purges old comparisons with their differences, except the last comparison. */
@Singleton
class OldReconciliations {

    private static final String DELETE = """
            delete from reconciliation where id = any(array(
                select id from reconciliation
                where state <> 'RUNNING' and finished_at < clock_timestamp() - make_interval(secs => :age)
                  and id < (select max(id) from reconciliation)
                order by id limit :limit))
            """;

    @Produces
    @Singleton
    static OutdatedRows outdated(CleanUpConfig config) {
        return new OutdatedRows("reconciliation", config.reconciliations(), DELETE);
    }
}
