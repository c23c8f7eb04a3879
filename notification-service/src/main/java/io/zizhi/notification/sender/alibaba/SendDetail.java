package io.zizhi.notification.sender.alibaba;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.notification.sender.channel.GatewayAnswer;
import io.zizhi.notification.sender.channel.SmsReceipt;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A message in an answer to QuerySendDetails.
 *
 * @param outId our message id
 * @param status of the delivery
 * @param code of the status; empty if there is none
 */
record SendDetail(String outId, Status status, String code) {

    /** Status of a delivery, in the order of the cloud's numbers from 1. */
    enum Status {
        WAITING,
        FAILED,
        DELIVERED
    }

    /** Fails with {@link UnreadableAnswer} unless the cloud has answered the query. */
    static List<SendDetail> read(GatewayAnswer answer) {
        if (!(answer instanceof GatewayAnswer.Answered answered) || answered.status() != 200) {
            throw new UnreadableAnswer();
        }
        JsonNode body = CloudVerdict.read(answered.body());
        if (!body.path("Code").asText().equals("OK")) {
            throw new UnreadableAnswer();
        }
        JsonNode details = body.path("SmsSendDetailDTOs").path("SmsSendDetailDTO");
        return StreamSupport.stream(details.spliterator(), false)
                .flatMap(SendDetail::of)
                .toList();
    }

    private static Stream<SendDetail> of(JsonNode detail) {
        int number = detail.path("SendStatus").asInt();
        return number < 1 || number > Status.values().length
                ? Stream.empty()
                : Stream.of(new SendDetail(
                        detail.path("OutId").asText(),
                        Status.values()[number - 1],
                        detail.path("ErrCode").asText()));
    }

    String codeOr(String other) {
        return code.matches("[A-Za-z0-9][A-Za-z0-9_.:/-]{0,59}") ? code : other;
    }

    SmsReceipt delivered(String messageId, Instant now) {
        return new SmsReceipt(AlibabaSender.NAME, null, messageId, SmsReceipt.Outcome.DELIVERED, null, now);
    }
}
