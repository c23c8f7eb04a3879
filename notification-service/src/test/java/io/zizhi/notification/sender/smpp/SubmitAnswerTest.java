package io.zizhi.notification.sender.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.sender.smpp.SubmitAnswer.NotTaken;
import io.zizhi.notification.sender.smpp.SubmitAnswer.Refusal;
import io.zizhi.notification.sender.smpp.SubmitAnswer.Unclear;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitAnswerTest {

    @ParameterizedTest
    @ValueSource(ints = {0x58, 0x14, 0x64, 0x04, 0x0A, 0x45, 0x65, 0x66, 0x104, 0x3FF})
    void defers_every_message_after_a_status_of_load_or_account(int status) {
        assertThat(SubmitAnswer.of(status))
                .isEqualTo(new NotTaken("SMPP_%08X".formatted(status), Refusal.EVERY_MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x400, 0x4FF, 0x1234})
    void defers_one_message_after_a_status_of_the_provider(int status) {
        assertThat(SubmitAnswer.of(status))
                .isEqualTo(new NotTaken("SMPP_%08X".formatted(status), Refusal.THIS_MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x0B})
    void gives_up_an_invalid_recipient_or_length(int status) {
        assertThat(SubmitAnswer.of(status)).isEqualTo(new NotTaken("SMPP_%08X".formatted(status), Refusal.FOR_GOOD));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x08, 0xFF})
    void doubts_what_a_broken_smsc_answers(int status) {
        assertThat(SubmitAnswer.of(status)).isEqualTo(new Unclear("SMPP_%08X".formatted(status)));
    }
}
