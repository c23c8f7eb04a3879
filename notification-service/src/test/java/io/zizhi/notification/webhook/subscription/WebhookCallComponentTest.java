package io.zizhi.notification.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.Meanwhile;
import io.zizhi.notification.Rows;
import io.zizhi.platform.database.NativeQuery;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.runtime.blocking.Blocking;
import io.zizhi.platform.runtime.cleanup.CleanUp;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class WebhookCallComponentTest {

    private static final Instant NOW = Instant.parse("2126-12-03T02:00:00Z");

    @Inject
    WebhookCallRepository calls;

    @Inject
    CleanUp cleanUp;

    @Inject
    Blocking blocking;

    private final String run = UUID.randomUUID().toString();
    private final WebhookSubscription webhook = webhook("company-a", "hooks");

    @Test
    void challenges_of_an_account_are_five_seconds_apart() {
        challenge(webhook, NOW);
        refused(() -> challenge(webhook("company-a", "elsewhere"), NOW.plusMillis(4999)), 5);
        challenge(webhook("company-a", "elsewhere"), NOW.plusSeconds(5));
    }

    @Test
    void challenges_of_a_receiver_are_a_second_apart() {
        challenge(webhook, NOW);
        refused(() -> challenge(webhook("company-b", "hooks"), NOW.plusMillis(999)), 1);
        challenge(webhook("company-b", "hooks"), NOW.plusSeconds(1));
    }

    @Test
    void test_calls_of_an_account_are_five_seconds_apart() {
        challenge(webhook, NOW);
        test(webhook, NOW);
        refused(() -> test(webhook("company-a", "elsewhere"), NOW.plusMillis(4999)), 5);
        test(webhook("company-b", "hooks"), NOW);
        test(webhook, NOW.plusSeconds(5));
    }

    @Test
    void echo_ends_the_pauses() {
        challenge(webhook, NOW);
        echoed(NOW);
        challenge(webhook, NOW.plusMillis(1));
    }

    @Test
    void late_echo_does_not_end_the_pauses_of_a_later_challenge() {
        challenge(webhook, NOW);
        challenge(webhook, NOW.plusSeconds(5));
        echoed(NOW);
        refused(() -> challenge(webhook, NOW.plusSeconds(6)), 5);
        refused(() -> challenge(webhook("company-b", "hooks"), NOW.plusMillis(5999)), 1);
    }

    /** A challenge locks its account before its receiver. In the other order, an echo could deadlock with it. */
    @Test
    void echo_locks_account_before_receiver() throws Exception {
        String account = "challenge by company-a" + run;
        String receiver = "challenge of hooks" + run;
        Rows.change("insert into webhook_call (key, called_at) values ('" + receiver + "', '" + NOW + "'), ('" + account
                + "', '" + NOW + "')");

        Future<Boolean> echo = Reactive.inTransaction(() -> lock(account)
                .chain(() -> blocking.call(() -> Meanwhile.startAndWaitsFor("webhook_call", () -> {
                    echoed(NOW);
                    return true;
                })))
                .call(() -> lock(receiver)));

        assertThat(echo.get()).isTrue();
        challenge(webhook, NOW.plusMillis(1));
    }

    @Test
    void deletes_calls_after_an_hour() {
        challenge(webhook, Instant.now().minus(Duration.ofMinutes(61)));
        challenge(webhook("company-b", "elsewhere"), Instant.now().minus(Duration.ofMinutes(59)));

        Rows.cleanUp(cleanUp);

        assertThat(Rows.texts("select key from webhook_call where key like '%" + run + "' order by key"))
                .isEqualTo(List.of("challenge by company-b" + run, "challenge of elsewhere" + run));
    }

    private void challenge(WebhookSubscription of, Instant now) {
        run(() -> calls.challenge(of, now));
    }

    private void test(WebhookSubscription of, Instant now) {
        run(() -> calls.test(of, now));
    }

    private void echoed(Instant begun) {
        run(() -> calls.echoed(webhook, begun));
    }

    private static Uni<Void> lock(String key) {
        return new NativeQuery("select key from webhook_call where key = :key for update nowait")
                .with("key", key)
                .single(String.class)
                .replaceWithVoid();
    }

    private static void run(Supplier<Uni<Void>> call) {
        assertThat(Reactive.inTransaction(() -> call.get().replaceWith(true))).isTrue();
    }

    private static void refused(ThrowingCallable call, long retryAfter) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo("WEBHOOK_CALL_LIMITED");
            assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(retryAfter));
        });
    }

    private WebhookSubscription webhook(String account, String receiver) {
        WebhookRequest request =
                new WebhookRequest("https://example.com/", List.of("qualification.approved"), null, null);
        WebhookSubscription created = new WebhookSubscription(1, account + run, request, NOW);
        created.receiveAt(new byte[1], receiver + run);
        return created;
    }
}
