package io.zizhi.platform.operations.audit.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestoreTest {

    /** After anchor 10, a backup with anchor 4 was restored. */
    private static final List<Restore> ONE = Restore.after(List.of(), 100, 4, 10);

    @Test
    void takes_back_the_anchors_after_the_backup() {
        assertThat(ONE).containsExactly(new Restore(100, 5, 10));
    }

    @Test
    void takes_nothing_back_if_the_backup_has_the_last_anchor() {
        assertThat(Restore.after(List.of(), 100, 10, 10)).isEmpty();
    }

    @Test
    void a_backup_from_after_a_restore_keeps_its_losses() {
        assertThat(Restore.after(ONE, 200, 11, 15)).containsExactly(new Restore(100, 5, 10), new Restore(200, 12, 15));
    }

    @Test
    void a_backup_from_before_a_restore_brings_anchors_back() {
        assertThat(Restore.after(ONE, 200, 7, 15)).containsExactly(new Restore(100, 8, 10), new Restore(200, 8, 15));
        assertThat(Restore.after(ONE, 200, 10, 15)).containsExactly(new Restore(200, 11, 15));
    }

    @Test
    void an_older_backup_adds_losses_and_leaves_the_earlier_ones_with_their_restore() {
        assertThat(Restore.after(ONE, 200, 2, 15)).containsExactly(new Restore(100, 5, 10), new Restore(200, 3, 15));
    }

    /** Each anchor repeats them, and must stay shorter than a page. */
    @Test
    void stores_at_most_a_hundred_restores() {
        List<Restore> restores = new ArrayList<>();
        for (long number = 1; number <= 200; number++) {
            restores = new ArrayList<>(Restore.after(restores, number, 2 * number, 2 * number + 1));
        }

        assertThat(restores).hasSize(100).first().isEqualTo(new Restore(1, 3, 3));
    }

    /** A replica of this release and one of a later release write to the same store during an upgrade. */
    @Test
    void reads_anchors_with_fields_of_a_later_release() {
        String json = "{\"service\":\"review-service\",\"number\":1,\"previous\":\"0\",\"at\":\"2026-11-29T03:20:00Z\","
                + "\"epoch\":1,\"later\":true,\"heads\":[]}";

        assertThat(SignedAnchor.parse(json + "\tsignature")).isPresent();
    }
}
