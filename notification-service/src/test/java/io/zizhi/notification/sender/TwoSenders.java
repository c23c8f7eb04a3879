package io.zizhi.notification.sender;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Sends to {@link ScriptedSender}, then to {@link SpareSender}, with short pauses before questions for receipts. */
public class TwoSenders implements QuarkusTestProfile {

    /** Token of the address for pushed receipts. */
    public static final String RECEIPT_TOKEN = "test-token-of-43-characters-0123456789abcdef";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "zizhi.sms.senders",
                ScriptedSender.NAME + "," + SpareSender.NAME,
                "zizhi.sms.receipt-after",
                "PT1S",
                "zizhi.sms.receipt-asks",
                "2",
                "zizhi.sms.alibaba.receipt-token",
                RECEIPT_TOKEN);
    }
}
