package io.zizhi.document.storage.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.zizhi.local.state.Certificates;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of the object store trusts the authorities of the JVM, as the other clients over HTTPS do. */
class StorageHttpClientTest {

    private static final int NO_CONTENT = 204;
    private static final String HERE = "127.0.0.1";

    /** Also this machine, but not a name of the certificate. */
    private static final String ELSEWHERE = "127.0.0.2";

    @TempDir
    static Path folder;

    private static Certificates trusted;
    private static Certificates foreign;

    private OkHttpClient client;

    @BeforeAll
    static void create_certificates() {
        trusted = certificates("trusted");
        foreign = certificates("foreign");
    }

    @BeforeEach
    void trust_one_authority() {
        Map<String, String> properties = Map.of(
                "javax.net.ssl.trustStore", trusted.trustStore().toString(),
                "javax.net.ssl.trustStoreType", "PKCS12",
                "javax.net.ssl.trustStorePassword", trusted.trustPassword());
        properties.forEach(System::setProperty);
        try {
            client = new StorageHttpClient(settings()).apply("default").orElseThrow();
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }

    @AfterEach
    void close_connections() {
        client.connectionPool().evictAll();
    }

    @Test
    void accepts_certificate_of_trusted_authority_for_the_name() throws Exception {
        assertThat(answer(HERE, trusted)).isEqualTo(NO_CONTENT);
    }

    @Test
    void rejects_certificate_of_another_authority() {
        assertThatThrownBy(() -> answer(HERE, foreign)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void rejects_certificate_for_another_name() {
        assertThatThrownBy(() -> answer(ELSEWHERE, trusted))
                .isInstanceOf(SSLPeerUnverifiedException.class)
                .hasMessageContaining(ELSEWHERE);
    }

    /** Returns the status of a response from a server at {@code address} with these certificates. */
    private int answer(String address, Certificates certificates) throws IOException, GeneralSecurityException {
        HttpsServer server = serve(address, certificates);
        try (Response response = client.newCall(new Request.Builder()
                        .url("https://" + address + ":" + server.getAddress().getPort() + "/bucket")
                        .build())
                .execute()) {
            return response.code();
        } finally {
            server.stop(0);
        }
    }

    private static HttpsServer serve(String address, Certificates certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = certificates.password().toCharArray();
        try (InputStream file = Files.newInputStream(certificates.keyStore())) {
            store.load(file, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Certificates certificates(String name) {
        Path home = folder.resolve(name);
        Certificates.create(home);
        return Certificates.of(home).orElseThrow();
    }

    private static StorageSettings settings() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(StorageSettings.class)
                .withDefaultValue("zizhi.documents.sweep-every", "1h")
                .withDefaultValue("zizhi.documents.sweep-delay", "5m")
                .build()
                .getConfigMapping(StorageSettings.class);
    }
}
