package io.zizhi.local.server;

import io.zizhi.local.sms.SmsGatewayMain;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.Secrets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** The operator's SMS gateway of a production-like installation: takes signed requests and shows the messages. */
public final class SmsGateway {

    /** The name of the pid file and the log. */
    public static final String NAME = "sms-gateway";

    public static final String PORT_VARIABLE = "ZIZHI_PORT_SMS";

    /** Display name. */
    public static final String TITLE = "the SMS gateway";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private SmsGateway() {}

    /** Starts the gateway of the installation in {@code folder}, or finds it running; returns its base URL. */
    public static String start(Path folder, int port, Secrets secrets) {
        return url(ServerProcess.ready(NAME, TITLE, folder, () -> launch(folder, port, secrets), probe(folder), TIMEOUT)
                .port());
    }

    /** Returns a probe that reads an empty inbox. */
    public static Probe probe(Path folder) {
        return Probe.http(folder, SmsGatewayMain.INBOX + "?phone=none", 200);
    }

    /** Returns the base URL of a gateway on {@code port}. */
    public static String url(int port) {
        return "https://127.0.0.1:" + port;
    }

    /** Returns the secret of the signatures, as notification-service takes it. */
    public static String secret(Secrets secrets) {
        byte[] key = secrets.get(NAME).getBytes(StandardCharsets.UTF_8);
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    private static Launch launch(Path folder, int port, Secrets secrets) {
        Certificates tls = Certificates.of(folder).orElseThrow();
        List<String> options = List.of(
                SmsGatewayMain.class.getName(),
                Integer.toString(port),
                tls.keyStore().toString(),
                secrets.file("tls").toString(),
                secrets.file(NAME).toString());
        return JavaLaunch.of(
                NAME, TITLE, folder, port, PORT_VARIABLE, "32m", options, System.getProperty("java.class.path"));
    }
}
