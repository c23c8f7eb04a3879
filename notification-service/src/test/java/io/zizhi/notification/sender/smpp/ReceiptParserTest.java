package io.zizhi.notification.sender.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptParserTest {

    private static final String TEXT = "id:0A7 sub:001 dlvrd:001 submit date:2611271600 done date:2611271601 stat:%s"
            + " err:%s text:id:999 stat:EXPIRED ";

    @ParameterizedTest
    @CsvSource({
        "DELIVRD, 000, DELIVERED,",
        "delivrd, 000, DELIVERED,",
        "UNDELIV, 040, FAILED, SMPP_UNDELIVERABLE_ERR_040",
        "EXPIRED, 000, FAILED, SMPP_EXPIRED",
        "DELETED, 1a, FAILED, SMPP_DELETED_ERR_1A",
        "REJECTD, 8, FAILED, SMPP_REJECTED_ERR_8",
        "UNKNOWN, 000, UNKNOWN, SMPP_UNKNOWN"
    })
    void reads_the_text(String stat, String err, SegmentState state, String code) {
        assertThat(parse(receipt(TEXT.formatted(stat, err)))).contains(new SegmentReceipt("0a7", state, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPTD", "ENROUTE", "SCHEDUL", "WHATEVER"})
    void ignores_states_that_are_not_final(String stat) {
        assertThat(parse(receipt(TEXT.formatted(stat, "000")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stat:DELIVRD", "id: stat:DELIVRD", "id:1", "sid:1 stats:DELIVRD", "id:1stat:DELIVRD"})
    void ignores_unreadable_texts(String text) {
        assertThat(parse(receipt(text))).isEmpty();
    }

    @Test
    void reads_no_further_than_a_receipt_can_be() {
        assertThat(parse(receipt("id:1 " + "x".repeat(300) + " stat:DELIVRD"))).isEmpty();
    }

    @Test
    void reads_the_parameters_without_a_text() {
        DeliverSm deliver = receipt("");
        deliver.setOptionalParameters(
                new OptionalParameter.Receipted_message_id("0A7"), new OptionalParameter.Message_state((byte) 5));
        assertThat(parse(deliver)).contains(new SegmentReceipt("0a7", SegmentState.FAILED, "SMPP_UNDELIVERABLE"));
    }

    @Test
    void a_parameter_wins_over_the_text() {
        DeliverSm deliver = receipt(TEXT.formatted("EXPIRED", "000"));
        deliver.setOptionalParameters(
                new OptionalParameter.Receipted_message_id("77"), new OptionalParameter.Message_state((byte) 2));
        assertThat(parse(deliver)).contains(new SegmentReceipt("77", SegmentState.DELIVERED, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7\u00007", "7\n7", "号码"})
    void reads_the_text_if_the_parameter_is_no_id(String garbage) {
        DeliverSm deliver = receipt(TEXT.formatted("DELIVRD", "000"));
        deliver.setOptionalParameters(new OptionalParameter.Receipted_message_id(garbage));
        assertThat(parse(deliver)).contains(new SegmentReceipt("0a7", SegmentState.DELIVERED, null));
    }

    @Test
    void reads_a_text_in_the_payload() {
        DeliverSm deliver = receipt("");
        deliver.setOptionalParameters(new OptionalParameter.Message_payload(
                TEXT.formatted("DELIVRD", "000").getBytes(StandardCharsets.US_ASCII)));
        assertThat(parse(deliver)).isPresent();
    }

    @Test
    void ignores_what_a_person_sends() {
        DeliverSm deliver = receipt(TEXT.formatted("DELIVRD", "000"));
        deliver.setEsmClass((byte) 0);
        assertThat(parse(deliver)).isEmpty();
    }

    @Test
    void survives_an_unknown_state() {
        DeliverSm deliver = receipt("");
        deliver.setOptionalParameters(
                new OptionalParameter.Receipted_message_id("77"), new OptionalParameter.Message_state((byte) 99));
        assertThat(parse(deliver)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SAME, 0A7, 0A7, true",
        "SAME, 10, 16, false",
        "SAME, 16, 10, false",
        "HEXADECIMAL_ANSWERS, 0A7, 167, true",
        "HEXADECIMAL_ANSWERS, 0a7, 0000000167, true",
        "HEXADECIMAL_ANSWERS, 10, 10, false",
        "DECIMAL_ANSWERS, 167, 00A7, true",
        "DECIMAL_ANSWERS, 00167, a7, true",
        "HEXADECIMAL_ANSWERS, 7f1c-22, 7F1C-22, true"
    })
    void finds_ids_in_other_forms(ReceiptIds ids, String answer, String text, boolean same) {
        assertThat(ids.ofAnswer(answer).equals(ids.ofText(text))).isEqualTo(same);
    }

    private static Optional<SegmentReceipt> parse(DeliverSm deliver) {
        return ReceiptParser.parse(deliver, ReceiptIds.SAME);
    }

    private static DeliverSm receipt(String text) {
        DeliverSm deliver = new DeliverSm();
        deliver.setSmscDeliveryReceipt();
        deliver.setShortMessage(text.getBytes(StandardCharsets.US_ASCII));
        return deliver;
    }
}
