package io.zizhi.platform.operations.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class BacklogComponentTest {

    @Inject
    BacklogReader reader;

    @Test
    void counts_waiting_dead_letters() {
        long id = Samples.newId();
        double before = waiting();
        update("insert into dead_letter(topic, record_partition, record_offset, record_timestamp, headers, reason)"
                + " values ('none', 0, " + id + ", 0, '', 'x')");
        assertThat(waiting()).isEqualTo(before + 1);
        update("update dead_letter set state = 'READ', closed_at = now() where record_offset = " + id);
        assertThat(waiting()).isEqualTo(before);
    }

    private double waiting() {
        return Objects.requireNonNull(Reactive.run(reader::read).get("dead_letters_waiting"));
    }

    private static void update(String sql) {
        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(sql).executeUpdate()));
    }
}
