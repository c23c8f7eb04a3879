package io.zizhi.qualification.companyauth.retention;

import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import io.zizhi.qualification.companyauth.AuthenticationConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;

/**
 * Deletes all authentications that are too old to be used in a submission. Submissions keep the data that they used in
 * their evaluation. The matching rows of the local stand-in are deleted too.
 */
@Singleton
class OutdatedAuthentications {

    static final String DELETE = """
            with outdated as (
                select id, reference from company_authentication
                where expires_at < statement_timestamp() - make_interval(secs => :age)
                order by expires_at limit :limit for update skip locked),
            of_stand_in as (
                delete from local_company_scan where reference = any(array(select reference from outdated)))
            delete from company_authentication where id = any(array(select id from outdated))
            """;

    @Produces
    static OutdatedRows outdated(AuthenticationConfig config, AuthenticationCleanUpConfig cleanUp) {
        return new OutdatedRows(
                "company_authentication",
                Collections.max(List.of(config.freshFor(), cleanUp.companyAuthentications())),
                DELETE);
    }
}
