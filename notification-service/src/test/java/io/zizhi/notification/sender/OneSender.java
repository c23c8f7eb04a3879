package io.zizhi.notification.sender;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Sends to {@link ScriptedSender}, three messages at once, and trusts this machine as a proxy. */
public class OneSender implements QuarkusTestProfile {

    static final int AT_ONCE = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "zizhi.sms.senders",
                ScriptedSender.NAME,
                "zizhi.sms.at-once",
                Integer.toString(AT_ONCE),
                "zizhi.http.trusted-proxies",
                "127.0.0.1,::1");
    }
}
