package io.zizhi.qualification.bulk.importing.work;

import io.zizhi.platform.runtime.cleanup.OutdatedRows;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Cancels imports that nobody confirmed in time, and erases the forms in their rows. The rows themselves remain. */
@Singleton
class OutdatedImports {

    static final String CANCEL = """
            with outdated as (
                select r.id, r.import_id from import_row r join qualification_import i on i.id = r.import_id
                where r.state in ('WAITING', 'CHECKED')
                  and i.uploaded_at < statement_timestamp() - make_interval(secs => :age)
                order by r.import_id, r.id limit :limit for update of r skip locked),
            cancelled as (
                update qualification_import set cancelled_at = clock_timestamp()
                where id in (select import_id from outdated) and cancelled_at is null)
            update import_row set state = 'CANCELLED', content = null, personal_data = null
            where id = any(array(select id from outdated))
            """;

    @Produces
    static OutdatedRows outdated(ImportConfig config) {
        return new OutdatedRows("import_row", config.keptFor(), CANCEL);
    }
}
