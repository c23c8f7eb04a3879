package io.zizhi.notification.sender.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenSendersTest {

    private static final List<String> EXISTING = List.of("local-inbox", "gateway", "carrier");

    @Test
    void production_refuses_the_local_inbox_with_advice() {
        assertThatThrownBy(() -> ChosenSenders.check(EXISTING, List.of("gateway", "local-inbox"), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("zizhi.sms.senders")
                .hasMessageContaining("real senders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elsewhere", "gateway,elsewhere", "gateway,gateway"})
    void without_existing_senders_the_service_does_not_start(String chosen) {
        List<String> names = chosen.isEmpty() ? List.of() : List.of(chosen.split(","));
        assertThatThrownBy(() -> ChosenSenders.check(EXISTING, names, false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("zizhi.sms.senders must name SMS senders");
    }

    @Test
    void accepts_existing_senders() {
        assertThatCode(() -> ChosenSenders.check(EXISTING, List.of("carrier", "gateway"), false))
                .doesNotThrowAnyException();
        assertThatCode(() -> ChosenSenders.check(EXISTING, List.of("local-inbox"), true))
                .doesNotThrowAnyException();
    }

    @Test
    void fails_over_in_the_order_of_preference() {
        List<String> names = List.of("carrier", "gateway", "spare");
        assertThat(ChosenSenders.after(names, null)).isEqualTo(names);
        assertThat(ChosenSenders.after(names, "carrier")).containsExactly("gateway", "spare");
        assertThat(ChosenSenders.after(names, "spare")).isEmpty();
        assertThat(ChosenSenders.after(names, "not chosen any more")).isEqualTo(names);
    }

    @Test
    void recognises_local_profiles_except_with_prod() {
        assertThat(ChosenSenders.isLocal(List.of("local"))).isTrue();
        assertThat(ChosenSenders.isLocal(List.of("test"))).isTrue();
        assertThat(ChosenSenders.isLocal(List.of("prod"))).isFalse();
        assertThat(ChosenSenders.isLocal(List.of("local", "prod"))).isFalse();
        assertThat(ChosenSenders.isLocal(List.of())).isFalse();
    }
}
