package io.zizhi.qualification.account.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import io.zizhi.qualification.testing.PeerDouble;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
@WithTestResource(PeerDouble.class)
class AllowanceComponentTest {

    private static final Allowance THREE = new Allowance("a-question", 3, Duration.ofHours(1));

    private final String account = "allowance-" + UUID.randomUUID();

    @Inject
    TakeAllowance take;

    @Test
    void concurrent_uses_never_exceed_the_limit() {
        long allowed =
                IntStream.range(0, 20).parallel().filter(each -> taken(THREE)).count();

        assertThat(allowed).isEqualTo(3);
    }

    @Test
    void counts_each_purpose_and_window_separately() {
        IntStream.range(0, 3).forEach(each -> assertThat(taken(THREE)).isTrue());
        assertThat(taken(THREE)).isFalse();
        assertThat(taken(new Allowance("another-question", 1, Duration.ofHours(1))))
                .isTrue();

        Reactive.inTransaction(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update account_allowance set began_at = began_at - interval '1 hour' where account_id = :id")
                        .setParameter("id", account)
                        .executeUpdate()));

        IntStream.range(0, 3).forEach(each -> assertThat(taken(THREE)).isTrue());
        assertThat(taken(THREE)).isFalse();
    }

    @Test
    void window_ignores_pod_clock() {
        IntStream.range(0, 3).forEach(each -> assertThat(taken(THREE)).isTrue());
        QuarkusMock.installMockForType(Clock.offset(Clock.systemUTC(), Duration.ofHours(2)), Clock.class);

        assertThat(taken(THREE)).isFalse();
    }

    private boolean taken(Allowance allowance) {
        return Reactive.run(() -> take.handle(account, allowance));
    }
}
