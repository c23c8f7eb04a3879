package io.zizhi.document.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.runtime.blocking.FairBudget;
import io.zizhi.platform.testkit.VirtualTicker;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;

class UploadPlacesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final VirtualTicker ticker = new VirtualTicker();
    private final UploadPlaces places =
            new UploadPlaces(budget(3), budget(2), budget(2), Duration.ofMinutes(5), ticker);

    @Test
    void answers_429_when_the_account_has_used_its_share() {
        occupy("company-a", Uni.createFrom().nothing());
        occupy("company-a", Uni.createFrom().nothing());
        UniAssertSubscriber<String> waiting =
                occupy("company-a", Uni.createFrom().item("in"));
        waiting.assertNotTerminated();
        assertRefused(occupy("company-a", Uni.createFrom().item("in")), 429);
        occupy("company-b", Uni.createFrom().item("in")).assertItem("in");
    }

    @Test
    void an_account_that_has_used_its_time_for_pictures_pauses() throws Exception {
        assertThatThrownBy(() -> places.spend("company-a", () -> {
                    ticker.advance(Duration.ofMinutes(6));
                    throw new IOException("blank");
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> places.spend("company-a", () -> "decoded"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(429);
                    assertThat(problem.code()).isEqualTo("PICTURES_LIMITED");
                });
        assertThat(places.spend("company-b", () -> "decoded")).isEqualTo("decoded");
        ticker.advance(Duration.ofMinutes(3));
        assertThat(places.spend("company-a", () -> "decoded")).isEqualTo("decoded");
    }

    @Test
    void answers_503_when_others_use_the_memory() {
        occupy("company-a", Uni.createFrom().nothing());
        occupy("company-a", Uni.createFrom().nothing());
        occupy("company-b", Uni.createFrom().nothing());
        UniAssertSubscriber<String> waiting =
                occupy("company-c", Uni.createFrom().item("in"));
        waiting.assertNotTerminated();
        ticker.advance(PATIENCE);
        assertRefused(waiting, 503);
    }

    @Test
    void releases_memory_however_the_upload_ends() {
        for (int round = 0; round < 10; round++) {
            occupy("company-a", Uni.createFrom().item("in")).assertItem("in");
            occupy("company-a", Uni.createFrom().failure(new IllegalStateException("refused")))
                    .assertFailed();
            places.<String>receive("company-a", 1, share -> {}, () -> {
                        throw new IllegalStateException("thrown");
                    })
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create())
                    .assertFailed();
            places.<String>store("company-a", 1, () -> Uni.createFrom().item("stored"))
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create())
                    .assertItem("stored");
        }
        assertThat(places.budget().held()).isZero();
    }

    @Test
    void gives_freed_memory_to_a_waiting_upload() {
        UniAssertSubscriber<String> first = occupy("company-a", Uni.createFrom().nothing());
        occupy("company-a", Uni.createFrom().nothing());
        UniAssertSubscriber<String> waiting =
                occupy("company-a", Uni.createFrom().item("in"));
        waiting.assertNotTerminated();
        first.cancel();
        waiting.assertItem("in");
    }

    @Test
    void decodes_another_picture_while_the_one_before_is_stored() {
        UniAssertSubscriber<String> stored = decode(2, keep -> {
            keep.accept(1);
            return Uni.createFrom().nothing();
        });
        decode(1, keep -> Uni.createFrom().item("decoded")).assertItem("decoded");
        UniAssertSubscriber<String> large = decode(2, keep -> Uni.createFrom().item("decoded"));
        large.assertNotTerminated();
        stored.cancel();
        large.assertItem("decoded");
    }

    private UniAssertSubscriber<String> decode(long bytes, Function<LongConsumer, Uni<String>> work) {
        return places.decode("company-a", bytes, work).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private UniAssertSubscriber<String> occupy(String account, Uni<String> work) {
        return places.receive(account, 1, share -> {}, () -> work)
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private static void assertRefused(UniAssertSubscriber<String> upload, int status) {
        assertThat(upload.getFailure()).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo("UPLOADS_BUSY");
            assertThat(problem.status()).isEqualTo(status);
            assertThat(problem.retryAfter()).isPositive();
        });
    }

    private FairBudget budget(long total) {
        return new FairBudget(total, 2, 1, PATIENCE, ticker);
    }
}
