package io.zizhi.document.storage;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.document.testing.WithDoubles;
import io.zizhi.platform.privacy.encryption.jobs.EncryptedTable;
import io.zizhi.platform.privacy.encryption.jobs.KeyJobs;
import io.zizhi.platform.testkit.EncryptedTables;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithDoubles
class EncryptedTablesComponentTest {

    @Inject
    @All
    List<EncryptedTable> tables;

    @Inject
    KeyJobs jobs;

    @Inject
    AgroalDataSource database;

    @Test
    void work_on_keys_finds_every_encrypted_column() throws SQLException {
        EncryptedTables.check(database, tables, jobs);
    }
}
