package io.zizhi.document.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.zizhi.document.storage.StorageSettings;
import io.zizhi.platform.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadPlacesTest {

    private final UploadPlaces places = new UploadPlaces(new TwoUploads(Duration.ZERO));

    @Test
    void one_upload_more_than_there_are_places_is_told_to_come_again() {
        UniAssertSubscriber<String> first = occupy(Uni.createFrom().nothing());
        occupy(Uni.createFrom().nothing());
        Throwable refusal = occupy(Uni.createFrom().item("in")).getFailure();
        assertThat(refusal).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo("UPLOADS_BUSY");
            assertThat(problem.retryAfter()).isPositive();
        });
        first.cancel();
        occupy(Uni.createFrom().item("in")).assertItem("in");
    }

    @Test
    void a_place_is_free_again_however_its_upload_ended() {
        for (int round = 0; round < 10; round++) {
            occupy(Uni.createFrom().item("in")).assertItem("in");
            occupy(Uni.createFrom().failure(new IllegalStateException("refused")))
                    .assertFailed();
            places.occupy(() -> {
                        throw new IllegalStateException("thrown");
                    })
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create())
                    .assertFailed();
        }
    }

    @Test
    void an_upload_waits_for_a_place_that_becomes_free_in_time() throws Exception {
        UploadPlaces patient = new UploadPlaces(new TwoUploads(Duration.ofSeconds(30)));
        UniAssertSubscriber<String> first = occupy(patient, Uni.createFrom().nothing());
        occupy(patient, Uni.createFrom().nothing());
        Thread freeing = Thread.ofPlatform().start(first::cancel);
        occupy(patient, Uni.createFrom().item("in")).assertItem("in");
        freeing.join();
    }

    private UniAssertSubscriber<String> occupy(Uni<String> work) {
        return occupy(places, work);
    }

    private static UniAssertSubscriber<String> occupy(UploadPlaces places, Uni<String> work) {
        return places.<String>occupy(() -> work).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    /** Two places; the rest does not matter here. */
    private record TwoUploads(Duration uploadPatience) implements StorageSettings {

        @Override
        public int maxUploads() {
            return 2;
        }

        @Override
        public String bucket() {
            return "";
        }

        @Override
        public Duration uploadDeadline() {
            return Duration.ZERO;
        }

        @Override
        public Duration connectTimeout() {
            return Duration.ZERO;
        }

        @Override
        public Duration answerTimeout() {
            return Duration.ZERO;
        }

        @Override
        public Duration sweepEvery() {
            return Duration.ZERO;
        }

        @Override
        public Duration orphanAge() {
            return Duration.ZERO;
        }

        @Override
        public int sweepDays() {
            return 0;
        }
    }
}
