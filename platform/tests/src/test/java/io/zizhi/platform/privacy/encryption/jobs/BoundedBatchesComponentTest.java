package io.zizhi.platform.privacy.encryption.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.database.Row;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A job about one account must not read the rows of all others in a table that does not name the account. */
@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class BoundedBatchesComponentTest {

    private static final int BATCH = 100;
    private static final EncryptedTable PARTS = EncryptedTable.of("part", "owner_id", "bigint", "word")
            .andKey("number", "integer")
            .below("part_owner", "id", "owner_id");

    private static final String READ = """
            select cast(coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0) as bigint)
            from pg_stat_xact_user_tables where relname in ('part', 'part_owner')
            """;

    private record Batch(List<Row> rows, long read) {}

    @Inject
    AgroalDataSource database;

    /** 100,000 rows of 10,000 owners. The account has the first owner, the last one, and 20 between. */
    @BeforeEach
    void store() throws SQLException {
        execute("insert into part_owner select id, case when id = 10000 or id % 500 = 1 then 'rare' else 'crowd' end"
                + " from generate_series(1, 10000) as id");
        execute("insert into part select owner, number from generate_series(1, 10000) as owner,"
                + " generate_series(1, 10) as number");
        execute("analyze part, part_owner");
    }

    @AfterEach
    void clear() throws SQLException {
        execute("truncate part, part_owner");
    }

    @Test
    void batches_read_only_rows_of_the_account() {
        Set<List<String>> found = new HashSet<>();
        String position = "";
        int batches = 0;
        while (true) {
            String after = position;
            Batch batch = Reactive.inTransaction(
                    () -> TableRows.next(PARTS, List.of("encode(t.word, 'hex') as word"), after, "rare", BATCH)
                            .chain(BoundedBatchesComponentTest::withReads));
            assertThat(batch.read()).as("rows read for a batch").isLessThan(4 * BATCH);
            if (batch.rows().isEmpty()) {
                break;
            }
            batches++;
            batch.rows()
                    .forEach(row -> assertThat(found.add(TableRows.keyOf(PARTS, row)))
                            .as("each row is in one batch")
                            .isTrue());
            position = TableRows.positionOf(PARTS, batch.rows().getLast(), "rare");
        }
        assertThat(found).hasSize(210);
        assertThat(batches).isEqualTo(3);
    }

    private static Uni<Batch> withReads(List<Row> rows) {
        return new NativeQuery(READ).single(Long.class).map(read -> new Batch(rows, read));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
