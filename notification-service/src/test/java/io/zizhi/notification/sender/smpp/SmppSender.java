package io.zizhi.notification.sender.smpp;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** A service that sends by SMPP to an SMSC of the test, with short pauses. */
public class SmppSender implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("zizhi.sms.senders", SmppSmsSender.NAME),
                Map.entry("zizhi.sms.lost-after", "PT12S"),
                Map.entry("zizhi.sms.poll-every", "PT0.05S"),
                Map.entry("zizhi.sms.smpp.host", "127.0.0.1"),
                Map.entry("zizhi.sms.smpp.port", "" + freePort()),
                Map.entry("zizhi.sms.smpp.system-id", "zizhi"),
                Map.entry("zizhi.sms.smpp.password", SmscDouble.PASSWORD),
                Map.entry("zizhi.sms.smpp.timeout", "PT5S"),
                Map.entry("zizhi.sms.smpp.first-pause", "PT0.05S"),
                Map.entry("zizhi.sms.smpp.longest-pause", "PT0.2S"),
                Map.entry("zizhi.limits.sms.queued-per-account", "20000"));
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(RecordedReceipts.class);
    }

    /**
     * Returns a free port below the range from which systems choose ports. So no other server or connection takes it
     * while the SMSC is away.
     */
    static int freePort() {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // try another port
            }
        }
        throw new IllegalStateException("no free port");
    }
}
