package io.zizhi.platform.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.CompositeException;
import jakarta.annotation.security.RolesAllowed;
import java.net.SocketException;
import java.time.Duration;
import org.hibernate.HibernateException;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.junit.jupiter.api.Test;

class ProblemMappersTest {

    @Test
    void answers_503_where_the_rollback_fails_with_the_lost_connection() {
        Throwable lost = new HibernateException("A query failed", new SocketException("Connection reset"));
        Throwable rollback = new IllegalStateException("Failed to rollback transaction: Connection reset");

        assertThat(answer(new CompositeException(lost, rollback)).problem().status())
                .isEqualTo(503);
        assertThat(answer(new CompositeException(rollback)).problem().status()).isEqualTo(500);
    }

    @Test
    void names_roles_of_endpoint_in_403() {
        assertThat(answer(new ForbiddenException()).problem().detail())
                .isEqualTo("This needs one of the roles reviewer, supervisor.");
    }

    @Test
    void says_when_to_retry_after_outage() {
        assertThat(answer(new SocketException("Connection reset")).retryAfter()).isEqualTo(Duration.ofSeconds(5));
    }

    private static ProblemMappers.Answer answer(Throwable failure) {
        return ProblemMappers.answer(failure, new Desk());
    }

    interface Reviews {

        @RolesAllowed({"reviewer", "supervisor"})
        void read(String name);
    }

    /** The endpoint {@code read}, which needs a role. */
    private static class Desk implements SimpleResourceInfo {

        @Override
        public Class<?> getResourceClass() {
            return Reviews.class;
        }

        @Override
        public String getMethodName() {
            return "read";
        }

        @Override
        public Class<?>[] parameterTypes() {
            return new Class<?>[] {String.class};
        }
    }
}
