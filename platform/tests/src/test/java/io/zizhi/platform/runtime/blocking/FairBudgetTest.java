package io.zizhi.platform.runtime.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.platform.runtime.blocking.FairBudget.Share;
import io.zizhi.platform.testkit.VirtualTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FairBudgetTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final VirtualTicker ticker = new VirtualTicker();
    private final FairBudget budget = new FairBudget(16, 6, 3, PATIENCE, ticker);

    @Test
    void limits_account_to_its_part() {
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
    void small_requests_do_not_overtake_a_large_one() {
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
    void rejects_request_at_once_when_queue_is_full() {
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
    void returns_share_once_when_left_twice() {
        Share first = budget.ask("a", 6);
        first.leave();
        first.leave();
        first.giveBack(6);
        assertThat(budget.held()).isZero();
    }

    @Test
    void skips_request_that_stops_waiting() {
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
    void wait_times_out() {
        FairBudget single = new FairBudget(1, 1, 1, PATIENCE, ticker);
        Share holder = single.ask("a", 1);
        Share impatient = single.ask("b", 1);
        ticker.advance(PATIENCE.minusNanos(1));
        assertThat(impatient.granted()).isNotDone();
        assertThat(single.waiting()).isOne();
        ticker.advance(Duration.ofNanos(1));
        assertThat(impatient.granted()).isCompletedExceptionally();
        impatient.leave();
        assertThat(single.waiting()).isZero();
        holder.leave();
        assertThat(single.ask("c", 1).granted()).isCompleted();
    }

    @Test
    void detects_other_accounts_that_wait_long() {
        Duration second = Duration.ofSeconds(1);
        budget.ask("a", 6);
        budget.ask("a", 6);
        budget.ask("b", 6);
        assertThat(budget.othersWait("b", Duration.ZERO))
                .as("a waits for its own part")
                .isFalse();
        budget.ask("c", 6);
        assertThat(budget.othersWait("a", second)).isFalse();
        ticker.advance(second);
        assertThat(budget.othersWait("a", second)).isTrue();
        assertThat(budget.othersWait("c", second)).isFalse();
    }
}
