package io.zizhi.platform.privacy.encryption.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.zizhi.platform.privacy.ErasureConfig;
import io.zizhi.platform.privacy.encryption.AccountKeys;
import io.zizhi.platform.privacy.encryption.IndexKeys;
import io.zizhi.platform.privacy.encryption.ServiceKeys;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class WaitsForRequestsComponentTest {

    private static final Duration LONGEST_REQUEST = Duration.ofMinutes(5);

    @Inject
    EncryptedRows rows;

    @Inject
    ServiceKeys serviceKeys;

    @Inject
    AccountKeys accountKeys;

    @Inject
    IndexKeys indexKeys;

    @Inject
    HashedRows hashedRows;

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_KEY, SPREAD_USE",
        "ACCOUNT_KEY, REST",
        "SHARED_KEYSETS, SPREAD",
        "SHARED_KEYSETS, REST",
        "INDEX_KEY, SPREAD_USE",
        "INDEX_KEY, REST"
    })
    void walk_begins_after_the_longest_request(KeyJobKind kind, String step) {
        KeyWork work = work(kind);

        assertThat(next(work, kind, step, LONGEST_REQUEST)).isEmpty();
        assertThat(next(work, kind, step, LONGEST_REQUEST.plusMinutes(2)))
                .hasValueSatisfying(batch -> assertThat(batch.step()).isEqualTo("WALK"));
    }

    @ParameterizedTest
    @CsvSource({"SPREAD, 0", "SPREAD_USE, 300", "REST, 300"})
    void index_key_waits_while_replicas_may_use_older_ones(String step, long requestSeconds) {
        KeyWork work = work(KeyJobKind.INDEX_KEY);
        Duration oldest =
                serviceKeys.knownEverywhereAfter().plus(indexKeys.reserve()).plusSeconds(requestSeconds);

        assertThat(next(work, KeyJobKind.INDEX_KEY, step, oldest)).isEmpty();
        assertThat(next(work, KeyJobKind.INDEX_KEY, step, oldest.plus(accountKeys.cacheLife())))
                .isNotEmpty();
    }

    @Test
    void keys_are_wrapped_again_after_a_pause() {
        KeyWork work = new ReplaceMasterKey(serviceKeys, accountKeys, indexKeys);

        assertThat(next(work, KeyJobKind.MASTER_KEY, "REST", Duration.ZERO)).isEmpty();
        assertThat(next(work, KeyJobKind.MASTER_KEY, "REST", Duration.ofMinutes(1)))
                .hasValueSatisfying(batch -> assertThat(batch.step()).isEqualTo("WRAP"));
    }

    private KeyWork work(KeyJobKind kind) {
        EncryptAgain again = new EncryptAgain(List.of(), List.of(), rows, serviceKeys, accountKeys, new LongRequests());
        return switch (kind) {
            case ACCOUNT_KEY -> new ReplaceAccountKey(accountKeys, again);
            case SHARED_KEYSETS -> new LeaveSharedKeysets(serviceKeys, again);
            case INDEX_KEY -> new ReplaceIndexKey(indexKeys, hashedRows, again, List.of(), List.of());
            case MASTER_KEY -> new ReplaceMasterKey(serviceKeys, accountKeys, indexKeys);
        };
    }

    private static Optional<Batch> next(KeyWork work, KeyJobKind kind, String step, Duration inStep) {
        KeyJob job = new KeyJob(1, kind, kind == KeyJobKind.ACCOUNT_KEY ? "company-a" : null, step, inStep, "", 0, 0);
        return Reactive.inTransaction(() -> work.inside(job));
    }

    private static final class LongRequests implements ErasureConfig {

        @Override
        public Duration pause() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration settle() {
            return LONGEST_REQUEST;
        }
    }
}
