package io.zizhi.notification.sender.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.message.Sms;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenSenderTest {

    private static final List<SmsSender> SENDERS = List.of(named("local-inbox"), named("gateway"));

    @Test
    void production_refuses_the_local_inbox_with_advice() {
        assertThatThrownBy(() -> ChosenSender.choose(SENDERS, "local-inbox", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("zizhi.sms.sender")
                .hasMessageContaining("real sender");
    }

    @Test
    void without_a_sender_the_service_does_not_start() {
        assertThatThrownBy(() -> ChosenSender.choose(SENDERS, "", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("zizhi.sms.sender must name an SMS sender");
    }

    @Test
    void uses_the_configured_sender() {
        assertThat(ChosenSender.choose(SENDERS, "gateway", false).name()).isEqualTo("gateway");
        assertThat(ChosenSender.choose(SENDERS, "local-inbox", true).name()).isEqualTo("local-inbox");
    }

    @Test
    void recognises_local_profiles_except_with_prod() {
        assertThat(ChosenSender.isLocal(List.of("local"))).isTrue();
        assertThat(ChosenSender.isLocal(List.of("test"))).isTrue();
        assertThat(ChosenSender.isLocal(List.of("prod"))).isFalse();
        assertThat(ChosenSender.isLocal(List.of("local", "prod"))).isFalse();
        assertThat(ChosenSender.isLocal(List.of())).isFalse();
    }

    private static SmsSender named(String name) {
        return new SmsSender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Uni<SmsResult> send(Sms sms) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Uni<SmsResult> recall(String messageId, int attempt) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
