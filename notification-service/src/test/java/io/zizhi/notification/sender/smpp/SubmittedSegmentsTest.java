package io.zizhi.notification.sender.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.notification.sender.channel.SmsReceipt.Outcome;
import io.zizhi.notification.sender.channel.SmsResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmittedSegmentsTest {

    @ParameterizedTest
    @CsvSource({
        "DELIVERED, DELIVERED",
        "DELIVERED DELIVERED, DELIVERED",
        "DELIVERED TAKEN,",
        "DELIVERED PENDING,",
        "TAKEN FAILED, FAILED",
        "PENDING FAILED, FAILED",
        "DELIVERED NOT_TAKEN, FAILED",
        "TAKEN NOT_TAKEN,",
        "UNKNOWN TAKEN,",
        "UNKNOWN DELIVERED, UNKNOWN"
    })
    void makes_one_outcome_of_all_segments(String states, Outcome outcome) {
        assertThat(segments(states).outcome().orElse(null)).isEqualTo(outcome);
    }

    @Test
    void names_the_first_failure() {
        assertThat(segments("DELIVERED FAILED FAILED").code()).isEqualTo("CODE_2");
        assertThat(segments("DELIVERED DELIVERED").code()).isNull();
    }

    @Test
    void knows_the_result_of_the_hand_over() {
        assertThat(segments("TAKEN DELIVERED").result()).isEqualTo(new SmsResult.Accepted("id-1"));
        assertThat(segments("FAILED TAKEN").result()).isEqualTo(new SmsResult.Accepted("id-1"));
        assertThat(segments("PENDING").result()).isEqualTo(new SmsResult.Unknown("SMPP_NO_ANSWER"));
        assertThat(segments("TAKEN PENDING").result()).isEqualTo(new SmsResult.Unknown("SMPP_NO_ANSWER"));
        assertThat(segments("PENDING NOT_TAKEN").result()).isEqualTo(new SmsResult.Unknown("SMPP_NO_ANSWER"));
        assertThat(segments("TAKEN NOT_TAKEN").result()).isEqualTo(new SmsResult.Refused("SMPP_PARTLY_TAKEN"));
        assertThat(segments("NOT_TAKEN NOT_TAKEN").result()).isEqualTo(new SmsResult.NeverReceived());
    }

    @Test
    void knows_nothing_of_a_message_whose_rows_may_be_deleted() {
        assertThat(SubmittedSegments.none(false).result()).isEqualTo(new SmsResult.NeverReceived());
        assertThat(SubmittedSegments.none(false).outcome()).isEmpty();
        assertThat(SubmittedSegments.none(true).result()).isEqualTo(new SmsResult.Unknown("SMPP_NO_RECORD"));
    }

    private static SubmittedSegments segments(String states) {
        List<SubmittedSegment> segments = new ArrayList<>();
        for (String state : states.split(" ", -1)) {
            int number = segments.size() + 1;
            SegmentState known = SegmentState.valueOf(state);
            segments.add(new SubmittedSegment(
                    "m", 1, number, known, known.isTaken() ? "id-" + number : null, "CODE_" + number));
        }
        return new SubmittedSegments(segments);
    }
}
