package io.zizhi.document.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.zizhi.document.storage.Places;
import io.zizhi.platform.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadPlacesTest {

    private final UploadPlaces places = new UploadPlaces(new Places(3, 2, Duration.ZERO));

    @Test
    void one_upload_more_than_there_are_places_is_told_to_come_again() {
        UniAssertSubscriber<String> first = occupy(Uni.createFrom().nothing());
        occupy("company-b", Uni.createFrom().nothing());
        occupy("company-b", Uni.createFrom().nothing());
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
            places.occupy("company-a", () -> {
                        throw new IllegalStateException("thrown");
                    })
                    .subscribe()
                    .withSubscriber(UniAssertSubscriber.create())
                    .assertFailed();
        }
    }

    @Test
    void an_upload_waits_for_a_place_that_becomes_free_in_time() throws Exception {
        UploadPlaces patient = new UploadPlaces(new Places(2, 2, Duration.ofSeconds(30)));
        UniAssertSubscriber<String> first = occupy(patient, Uni.createFrom().nothing());
        occupy(patient, Uni.createFrom().nothing());
        Thread freeing = Thread.ofPlatform().start(first::cancel);
        occupy(patient, Uni.createFrom().item("in")).assertItem("in");
        freeing.join();
    }

    @Test
    void slow_uploads_of_one_account_do_not_keep_the_others_out() {
        occupy(Uni.createFrom().nothing());
        occupy(Uni.createFrom().nothing());
        assertThat(occupy(Uni.createFrom().item("in")).getFailure()).isInstanceOf(ProblemException.class);
        occupy("company-b", Uni.createFrom().item("in")).assertItem("in");
    }

    private UniAssertSubscriber<String> occupy(Uni<String> work) {
        return occupy("company-a", work);
    }

    private UniAssertSubscriber<String> occupy(String account, Uni<String> work) {
        return places.<String>occupy(account, () -> work).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private static UniAssertSubscriber<String> occupy(UploadPlaces places, Uni<String> work) {
        return places.<String>occupy("company-a", () -> work).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
