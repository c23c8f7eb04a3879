package io.zizhi.platform.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class ErasedAccountsComponentTest {

    private final RuntimeException destroyed = Problems.conflict(
            "ACCOUNT_ERASED", "The keys of this account were destroyed. Nothing can be stored or read for it.");

    @Inject
    ErasedAccounts accounts;

    private final String erased = "erased-" + UUID.randomUUID();

    @BeforeEach
    void erase() {
        Reactive.inTransaction(() -> new NativeQuery(
                        "insert into account_erasure(account_id, next_at, finished_at) values (:id, null, now())")
                .with("id", erased)
                .execute());
    }

    @Test
    void recognizes_an_event_that_names_the_erased_account() {
        assertThat(concerns("{\"accountId\": \"" + erased + "\"}", new IllegalStateException("missing")))
                .isTrue();
    }

    @Test
    void recognizes_destroyed_keys_of_an_event_without_account() {
        assertThat(concerns("{}", destroyed)).isTrue();
        assertThat(concerns("{}", new IllegalStateException("missing"))).isFalse();
    }

    @Test
    void does_not_skip_an_event_that_meets_the_keys_of_another_account() {
        assertThat(concerns("{\"accountId\": \"company-b\"}", destroyed)).isFalse();
    }

    private boolean concerns(String payload, Throwable failure) {
        ReceivedEvent event = new ReceivedEvent(
                UUID.randomUUID(),
                Topics.QUALIFICATION,
                "4711",
                1,
                "QualificationSubmitted",
                Instant.parse("2026-11-29T01:00:00Z"),
                payload,
                ReceivedEvent.NO_EPOCH,
                null);
        return Reactive.run(() -> accounts.concerns(event, failure));
    }
}
