package io.zizhi.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.CompositeException;
import java.net.SocketException;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.Test;

class ProblemMappersTest {

    private final ProblemMappers mappers = new ProblemMappers(new ObjectMapper());

    @Test
    void answers_503_where_the_rollback_fails_with_the_lost_connection() {
        Throwable lost = new HibernateException("A query failed", new SocketException("Connection reset"));
        Throwable rollback = new IllegalStateException("Failed to rollback transaction: Connection reset");

        assertThat(mappers.map(new CompositeException(lost, rollback)).getStatus())
                .isEqualTo(503);
        assertThat(mappers.map(new CompositeException(rollback)).getStatus()).isEqualTo(500);
    }
}
