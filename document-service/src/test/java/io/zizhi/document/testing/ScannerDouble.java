package io.zizhi.document.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A malware scanner that finds a threat in documents with {@link #THREAT}, for a service with short pauses. System
 * properties control it, because it and a test may be in different class loaders.
 */
public class ScannerDouble implements QuarkusTestResourceLifecycleManager {

    /** A document with this text is infected. */
    public static final String THREAT = "infected by a test";

    private static final String STATE = "test.scanner";

    private @Nullable ClamdDouble clamd;

    /** Answers every scan again. */
    public static void mend() {
        System.clearProperty(STATE);
    }

    /** Closes every connection from now on. */
    public static void breakDown() {
        System.setProperty(STATE, "down");
    }

    /** Refuses every stream as too long from now on. */
    public static void refuse() {
        System.setProperty(STATE, "refusing");
    }

    @Override
    public Map<String, String> start() {
        ClamdDouble started = ClamdDouble.onPort(ScannerDouble::play);
        clamd = started;
        return Map.of(
                "zizhi.document.scanner.provider", "clamd",
                "zizhi.document.scanner.address", "127.0.0.1:" + started.port(),
                "zizhi.document.scanner.poll-every", "PT0.1S",
                "zizhi.document.scanner.first-retry", "PT0.1S",
                "zizhi.document.scanner.longest-retry", "PT0.5S");
    }

    private static void play(DataInputStream in, OutputStream out) throws IOException {
        switch (System.getProperty(STATE, "whole")) {
            case "down" -> {}
            case "refusing" -> ClamdDouble.answer(out, "INSTREAM size limit exceeded. ERROR\0");
            default -> {
                String stream = new String(ClamdDouble.readStream(in), ISO_8859_1);
                ClamdDouble.answer(out, stream.contains(THREAT) ? "stream: Test.Threat FOUND\0" : "stream: OK\0");
            }
        }
    }

    @Override
    public void stop() {
        if (clamd != null) {
            clamd.close();
        }
    }
}
