package io.zizhi.faults.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CampaignOptionsTest {

    @Test
    void parses_every_option() {
        CampaignOptions options = CampaignOptions.of(
                "--seed", "7", "--minutes", "2", "--once", "--faults", "F1", "--submissions", "3", "--keep");
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.length()).isEqualTo(Duration.ofMinutes(2));
        assertThat(options.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.name()).startsWith("F1-"));
        assertThat(options.submissions()).isEqualTo(3);
        assertThat(options.once()).isTrue();
        assertThat(options.keep()).isTrue();
    }

    @Test
    void default_is_all_faults_for_five_minutes() {
        CampaignOptions options = CampaignOptions.of();
        assertThat(options.length()).isEqualTo(Duration.ofMinutes(5));
        assertThat(options.faults()).isNotEmpty();
        assertThat(options.once()).isFalse();
        assertThat(options.keep()).isFalse();
        assertThat(options.replicas()).isEqualTo(2);
        assertThat(options.submissions()).isEqualTo(10);
    }

    @Test
    void limits_replicas() {
        assertThat(CampaignOptions.of("--replicas", "1").replicas()).isOne();
        assertThatThrownBy(() -> CampaignOptions.of("--replicas", "0")).hasMessageContaining("between 1 and 3");
        assertThatThrownBy(() -> CampaignOptions.of("--replicas", "4")).hasMessageContaining("between 1 and 3");
    }

    @Test
    void names_invalid_option() {
        assertThatThrownBy(() -> CampaignOptions.of("--seed", "x"))
                .hasMessageContaining("--seed must be a whole number");
        assertThatThrownBy(() -> CampaignOptions.of("--minutes")).hasMessageContaining("--minutes needs a value");
        assertThatThrownBy(() -> CampaignOptions.of("--faults", "F99")).hasMessageContaining("F99");
        assertThatThrownBy(() -> CampaignOptions.of("--fast")).hasMessageContaining("Unknown option: --fast");
    }
}
