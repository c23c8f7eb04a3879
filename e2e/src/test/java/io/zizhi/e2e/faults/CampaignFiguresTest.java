package io.zizhi.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CampaignFiguresTest {

    @Test
    void a_campaign_in_which_nothing_was_submitted_or_decided_proves_nothing() {
        assertThat(CampaignFigures.whyNothingIsProved(Map.of("submissions", 3L, "decisions", 1L)))
                .isEmpty();
        assertThat(CampaignFigures.whyNothingIsProved(Map.of("submissions", 3L, "decisions", 0L)))
                .containsExactly("there were no decisions, so nothing is proved");
        assertThat(CampaignFigures.whyNothingIsProved(Map.of())).hasSize(2);
    }
}
