package io.zizhi.notification.sender.alibaba;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.zizhi.notification.sender.channel.GatewayAnswer;
import io.zizhi.notification.sender.channel.GatewayAnswer.Answered;
import io.zizhi.notification.sender.channel.GatewayAnswer.NoAnswer;
import io.zizhi.notification.sender.channel.GatewayAnswer.NotReached;
import io.zizhi.notification.sender.channel.SmsResult;
import io.zizhi.notification.sender.channel.SmsResult.Accepted;
import io.zizhi.notification.sender.channel.SmsResult.Deferred;
import io.zizhi.notification.sender.channel.SmsResult.Refused;
import io.zizhi.notification.sender.channel.SmsResult.Unknown;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an answer to SendSms means for a message. Only codes that the cloud documents as a refusal count as one.
 * Every other code leaves the message unknown, because SendSms is not idempotent.
 */
final class CloudVerdict {

    /** A limit of the number: other messages may pass, and another sender may take this one. */
    private static final Set<String> LIMITS_OF_NUMBER = Set.of("isv.BUSINESS_LIMIT_CONTROL", "isv.MOBILE_SEND_LIMIT");

    /** Reasons of the account, its settings or the load: no message passes until somebody acts or time passes. */
    private static final Set<String> NOT_TAKEN = Set.of(
            "isv.ACCOUNT_ABNORMAL",
            "isv.ACCOUNT_NOT_EXISTS",
            "isv.AMOUNT_NOT_ENOUGH",
            "isv.DAY_LIMIT_CONTROL",
            "isv.DENY_IP_RANGE",
            "isv.DOMESTIC_NUMBER_NOT_SUPPORTED",
            "isv.EXTEND_CODE_ERROR",
            "isv.MONTH_LIMIT_CONTROL",
            "isv.OUT_OF_SERVICE",
            "isv.PRODUCT_UN_SUBSCRIPT",
            "isv.PRODUCT_UNSUBSCRIBE",
            "isp.RAM_PERMISSION_DENY",
            "isv.SIGN_STATE_ILLEGAL",
            "isv.SMS_SIGN_ILLEGAL",
            "isv.SMS_SIGNATURE_ILLEGAL",
            "isv.SMS_SIGNATURE_SCENE_ILLEGAL",
            "isv.SMS_TEMPLATE_ILLEGAL",
            "Forbidden.RAM",
            "IncompleteSignature",
            "InvalidAccessKeyId.Inactive",
            "InvalidAccessKeyId.NotFound",
            "InvalidTimeStamp.Expired",
            "InvalidTimeStamp.Format",
            "NoPermission",
            "SignatureDoesNotMatch",
            "Throttling",
            "Throttling.Api",
            "Throttling.User");

    /** The message itself is refused. */
    private static final Set<String> REFUSED = Set.of(
            "isv.INVALID_JSON_PARAM",
            "isv.INVALID_PARAMETERS",
            "isv.MOBILE_COUNT_OVER_LIMIT",
            "isv.MOBILE_NUMBER_ILLEGAL",
            "isv.TEMPLATE_PARAMS_ILLEGAL");

    /** Rules of this cloud for texts and their parameters: another sender may take the message. */
    private static final Set<String> REFUSED_HERE = Set.of(
            "isv.BLACK_KEY_CONTROL_LIMIT",
            "isv.PARAM_LENGTH_LIMIT",
            "isv.PARAM_NOT_SUPPORT_URL",
            "isv.SMS_CONTENT_ILLEGAL",
            "isv.TEMPLATE_MISSING_PARAMETERS");

    private static final Pattern BIZ_ID = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,59}");

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LIMIT_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    private CloudVerdict() {}

    /** @param attempt number of the attempt, at least 1; pauses grow with it */
    static SmsResult ofSend(GatewayAnswer answer, int attempt) {
        return switch (answer) {
            case NotReached unreachable -> new Deferred("ALIBABA_NOT_REACHED", pause(FIRST_PAUSE, attempt));
            case NoAnswer silent -> new Unknown("ALIBABA_NO_ANSWER");
            case Answered answered -> ofSend(read(answered.body()), answered.status(), attempt);
        };
    }

    private static SmsResult ofSend(JsonNode body, int status, int attempt) {
        String code = body.path("Code").asText();
        if (status == 200 && code.equals("OK")) {
            String bizId = body.path("BizId").asText();
            return BIZ_ID.matcher(bizId).matches() ? new Accepted(bizId) : new Unknown("ALIBABA_ANSWER_UNREADABLE");
        }
        if (status >= 500 || !CODE.matcher(code).matches()) {
            return new Unknown("HTTP_" + status);
        }
        if (LIMITS_OF_NUMBER.contains(code)) {
            return new Deferred(code, pause(LIMIT_PAUSE, attempt), true);
        }
        if (NOT_TAKEN.contains(code)) {
            return new Deferred(code, pause(FIRST_PAUSE, attempt));
        }
        if (REFUSED_HERE.contains(code)) {
            return new Refused(code, true);
        }
        return REFUSED.contains(code) ? new Refused(code) : new Unknown(code);
    }

    static JsonNode read(@Nullable String body) {
        try {
            return body == null ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException garbage) {
            return MissingNode.getInstance();
        }
    }

    private static Duration pause(Duration first, int attempt) {
        Duration growing = first.multipliedBy(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
        return growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE;
    }
}
