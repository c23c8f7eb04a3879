package io.zizhi.notification.sender.smpp;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;

/** A service that sends by SMPP to an SMSC of the test, with short time-outs. */
public class SmppSender implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("zizhi.sms.senders", SmppSmsSender.NAME),
                Map.entry("zizhi.sms.lost-after", "PT4S"),
                Map.entry("zizhi.sms.poll-every", "PT0.05S"),
                Map.entry("zizhi.sms.smpp.host", "127.0.0.1"),
                Map.entry("zizhi.sms.smpp.port", "" + freePort()),
                Map.entry("zizhi.sms.smpp.system-id", "zizhi"),
                Map.entry("zizhi.sms.smpp.password", SmscDouble.PASSWORD),
                Map.entry("zizhi.sms.smpp.timeout", "PT1S"),
                Map.entry("zizhi.sms.smpp.first-pause", "PT0.05S"),
                Map.entry("zizhi.sms.smpp.longest-pause", "PT0.2S"),
                Map.entry("zizhi.limits.sms.queued-per-account", "20000"));
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(RecordedReceipts.class);
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
