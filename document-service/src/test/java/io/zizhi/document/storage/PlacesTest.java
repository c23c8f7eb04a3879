package io.zizhi.document.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.document.storage.Places.Place;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Places places = new Places(3, 2, LONG);

    @Test
    void one_holder_gets_its_share_and_the_others_get_the_rest() {
        Place first = places.ask("a");
        Place second = places.ask("a");
        Place third = places.ask("a");
        Place other = places.ask("b");
        assertThat(first.granted()).isCompleted();
        assertThat(second.granted()).isCompleted();
        assertThat(third.granted()).isNotDone();
        assertThat(other.granted()).isCompleted();
        other.leave();
        assertThat(third.granted()).isNotDone();
        first.leave();
        assertThat(third.granted()).isCompleted();
    }

    @Test
    void there_are_no_more_places_than_in_all_and_who_waits_longest_is_next() {
        Place first = places.ask("a");
        places.ask("a");
        Place last = places.ask("b");
        Place early = places.ask("c");
        Place late = places.ask("d");
        assertThat(early.granted()).isNotDone();
        last.leave();
        assertThat(early.granted()).isCompleted();
        assertThat(late.granted()).isNotDone();
        first.leave();
        assertThat(late.granted()).isCompleted();
    }

    @Test
    void leaving_twice_makes_room_for_one() {
        Place first = places.ask("a");
        places.ask("a");
        Place third = places.ask("a");
        Place fourth = places.ask("a");
        first.leave();
        first.leave();
        assertThat(third.granted()).isCompleted();
        assertThat(fourth.granted()).isNotDone();
    }

    @Test
    void who_leaves_the_line_is_passed_over() {
        Place first = places.ask("a");
        places.ask("a");
        Place gone = places.ask("a");
        Place next = places.ask("a");
        gone.leave();
        first.leave();
        assertThat(gone.granted()).isCancelled();
        assertThat(next.granted()).isCompleted();
    }

    @Test
    void patience_ends_and_a_place_that_comes_too_late_is_lost_to_nobody() {
        Places single = new Places(1, 1, Duration.ofMillis(20));
        Place holder = single.ask("a");
        Place impatient = single.ask("b");
        assertThat(impatient.granted()).failsWithin(10, TimeUnit.SECONDS);
        holder.leave();
        impatient.leave();
        assertThat(single.ask("c").granted()).isCompleted();
    }
}
