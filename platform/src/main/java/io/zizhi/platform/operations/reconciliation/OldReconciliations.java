package io.zizhi.platform.operations.reconciliation;

import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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

    /** @param age how long results are kept */
    @Produces
    @Singleton
    static OutdatedRows outdated(
            @ConfigProperty(name = "zizhi.clean-up.reconciliations", defaultValue = "P30D") Duration age) {
        return new OutdatedRows("reconciliation", age, DELETE);
    }
}
