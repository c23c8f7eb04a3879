package io.zizhi.document.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zizhi.local.suite.Infrastructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A proxy between the service and the real object store that can be cut or silenced. */
public class StorageCable implements QuarkusTestResourceLifecycleManager {

    private static final String STATE = "test.storage-cable";

    private @Nullable ServerSocket entrance;

    public static void mend() {
        System.clearProperty(STATE);
    }

    /** Closes every connection from now on. */
    public static void cut() {
        System.setProperty(STATE, "cut");
    }

    /** Accepts connections from now on, but never answers. */
    public static void silence() {
        System.setProperty(STATE, "silent");
    }

    /** Runs after the infrastructure, whose settings it changes. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        URI store = Infrastructure.startForTests(Set.of(Infrastructure.Part.OBJECT_STORE))
                .objectStore()
                .endpoint();
        try {
            ServerSocket opened = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            entrance = opened;
            Thread.ofVirtual().start(() -> accept(opened, store));
            return Map.of("quarkus.minio.host", "127.0.0.1", "quarkus.minio.port", "" + opened.getLocalPort());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void accept(ServerSocket entrance, URI store) {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                Thread.ofVirtual().start(() -> connect(near, store));
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** A failure ends this connection only. */
    private static void connect(Socket near, URI store) {
        try (near;
                Socket far = new Socket(InetAddress.getLoopbackAddress(), store.getPort())) {
            Thread back = Thread.ofVirtual().start(() -> pump(far, near));
            pump(near, far);
            back.join();
        } catch (IOException unreachable) {
            // The service sees the end of its connection.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                switch (System.getProperty(STATE, "whole")) {
                    case "cut" -> {
                        return;
                    }
                    case "silent" -> {}
                    default -> out.write(buffer, 0, read);
                }
            }
        } catch (IOException closed) {
            // The other direction ended, so this one ends too.
        }
    }

    @Override
    public void stop() {
        try {
            if (entrance != null) {
                entrance.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
