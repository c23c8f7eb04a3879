package io.zizhi.notification.sender.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SenderCircuitTest {

    private static final SmsResult DOUBT = new SmsResult.Unknown("NO_ANSWER");
    private static final SmsResult BUSY = new SmsResult.Deferred("HTTP_429", Duration.ofSeconds(5));

    private final AtomicLong nanos = new AtomicLong();
    private final SenderCircuit circuit = new SenderCircuit(nanos::get);

    @Test
    void opens_after_five_outages_in_a_row() {
        record(2, DOUBT);
        record(2, BUSY);
        assertThat(circuit.openFor()).isZero();
        record(1, DOUBT);
        assertThat(circuit.openFor()).isEqualTo(SenderCircuit.OPEN_FOR);
        pass(Duration.ofSeconds(4));
        assertThat(circuit.openFor()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void one_message_decides_after_the_pause() {
        record(5, DOUBT);
        pass(SenderCircuit.OPEN_FOR);
        assertThat(circuit.openFor()).isZero();
        record(1, DOUBT);
        assertThat(circuit.openFor()).isEqualTo(SenderCircuit.OPEN_FOR);
        pass(SenderCircuit.OPEN_FOR);
        record(1, new SmsResult.Accepted());
        record(4, DOUBT);
        assertThat(circuit.openFor()).isZero();
    }

    @Test
    void others_wait_for_the_message_that_decides() {
        record(4, DOUBT);
        circuit.begin();
        assertThat(circuit.openFor()).as("closed").isZero();
        record(1, DOUBT);
        pass(SenderCircuit.OPEN_FOR);
        circuit.begin();
        assertThat(circuit.openFor()).isEqualTo(SenderCircuit.OPEN_FOR);
        record(1, new SmsResult.Accepted());
        assertThat(circuit.openFor()).isZero();
    }

    @Test
    void another_message_decides_if_the_first_has_no_result() {
        record(5, DOUBT);
        pass(SenderCircuit.OPEN_FOR);
        circuit.begin();
        pass(SenderCircuit.OPEN_FOR);
        assertThat(circuit.openFor()).isZero();
    }

    @Test
    void results_about_one_message_are_no_outages() {
        record(10, new SmsResult.Refused("NUMBER_BLOCKED"));
        record(10, new SmsResult.Deferred("isv.BUSINESS_LIMIT_CONTROL", Duration.ofMinutes(1), true));
        record(10, new SmsResult.NeverReceived());
        assertThat(circuit.openFor()).isZero();
    }

    @Test
    void results_without_a_request_change_nothing() {
        record(4, DOUBT);
        record(1, new SmsResult.Refused("TEMPLATE_NOT_MAPPED", true));
        record(1, new SmsResult.NeverReceived());
        assertThat(circuit.openFor()).isZero();
        record(1, DOUBT);
        assertThat(circuit.openFor()).isEqualTo(SenderCircuit.OPEN_FOR);
        pass(SenderCircuit.OPEN_FOR);
        record(1, new SmsResult.Refused("TEMPLATE_NOT_MAPPED", true));
        record(1, DOUBT);
        assertThat(circuit.openFor()).isEqualTo(SenderCircuit.OPEN_FOR);
    }

    private void record(int times, SmsResult result) {
        for (int i = 0; i < times; i++) {
            circuit.record(result);
        }
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
