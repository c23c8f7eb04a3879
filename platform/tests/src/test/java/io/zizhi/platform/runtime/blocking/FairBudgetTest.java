package io.zizhi.platform.runtime.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.runtime.blocking.FairBudget.Share;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FairBudgetTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicLong nanos = new AtomicLong();
    private final FairBudget budget = new FairBudget(16, 6, 3, LONG, nanos::get);

    @Test
    void gives_an_account_its_part_and_others_the_rest() {
        Share first = budget.ask("a", 5);
        Share second = budget.ask("a", 5);
        Share other = budget.ask("b", 5);
        assertThat(first.granted()).isCompleted();
        assertThat(second.granted()).isNotDone();
        assertThat(other.granted()).isCompleted();
        first.leave();
        assertThat(second.granted()).isCompleted();
        assertThat(budget.held()).isEqualTo(10);
    }

    @Test
    void never_holds_more_than_its_total() {
        Share first = budget.ask("a", 6);
        budget.ask("b", 6);
        Share third = budget.ask("c", 6);
        assertThat(third.granted()).isNotDone();
        assertThat(budget.held()).isEqualTo(12);
        first.giveBack(1);
        assertThat(third.granted()).isNotDone();
        first.giveBack(1);
        assertThat(third.granted()).isCompleted();
        assertThat(budget.held()).isEqualTo(16);
    }

    @Test
    void serves_waiting_accounts_in_turn() {
        Share first = budget.ask("a", 6);
        budget.ask("b", 6);
        budget.ask("c", 4);
        Share early = budget.ask("d", 6);
        Share second = budget.ask("d", 6);
        Share other = budget.ask("e", 6);
        first.leave();
        assertThat(early.granted()).isCompleted();
        early.leave();
        assertThat(other.granted()).isCompleted();
        assertThat(second.granted()).isNotDone();
    }

    @Test
    void does_not_pass_a_large_request_over() {
        Share first = budget.ask("a", 6);
        budget.ask("b", 6);
        Share large = budget.ask("c", 6);
        Share small = budget.ask("d", 1);
        assertThat(small.granted()).isNotDone();
        first.leave();
        assertThat(large.granted()).isCompleted();
        assertThat(small.granted()).isCompleted();
    }

    @Test
    void refuses_at_once_what_is_one_too_many_to_wait() {
        budget.ask("a", 6);
        Share waiting = budget.ask("a", 6);
        budget.ask("a", 6);
        budget.ask("a", 6);
        Share oneTooMany = budget.ask("a", 6);
        assertThat(oneTooMany.granted()).isCancelled();
        assertThat(oneTooMany.isKeptOutByOwn()).isTrue();
        assertThat(waiting.granted()).isNotDone();
        assertThat(budget.ask("b", 6).granted()).isCompleted();
    }

    @Test
    void gives_back_once_however_often_a_share_is_left() {
        Share first = budget.ask("a", 6);
        first.leave();
        first.leave();
        first.giveBack(6);
        assertThat(budget.held()).isZero();
    }

    @Test
    void passes_over_who_stops_waiting() {
        Share first = budget.ask("a", 6);
        Share gone = budget.ask("a", 6);
        Share next = budget.ask("a", 6);
        gone.stopWaiting();
        first.stopWaiting();
        assertThat(budget.held()).isEqualTo(6);
        first.leave();
        assertThat(gone.granted()).isCancelled();
        assertThat(next.granted()).isCompleted();
    }

    @Test
    void ends_the_wait_when_the_patience_ends() {
        FairBudget single = new FairBudget(1, 1, 1, Duration.ofMillis(20));
        Share holder = single.ask("a", 1);
        Share impatient = single.ask("b", 1);
        assertThat(impatient.granted()).failsWithin(10, TimeUnit.SECONDS);
        impatient.leave();
        holder.leave();
        assertThat(single.ask("c", 1).granted()).isCompleted();
    }

    @Test
    void knows_whether_others_have_waited_long_and_could_be_served() {
        Duration second = Duration.ofSeconds(1);
        budget.ask("a", 6);
        budget.ask("a", 6);
        budget.ask("b", 6);
        assertThat(budget.othersWait("b", Duration.ZERO))
                .as("a waits for its own part")
                .isFalse();
        budget.ask("c", 6);
        assertThat(budget.othersWait("a", second)).isFalse();
        nanos.addAndGet(second.toNanos());
        assertThat(budget.othersWait("a", second)).isTrue();
        assertThat(budget.othersWait("c", second)).isFalse();
    }
}
