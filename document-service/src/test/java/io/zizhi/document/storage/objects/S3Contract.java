package io.zizhi.document.storage.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Item;
import io.zizhi.document.storage.objects.FaultyS3.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What document-service needs of an S3 server, checked with its own client library. A subclass names the server. Each
 * test prints a line for the table by server.
 */
abstract class S3Contract {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final int PAGE = 1_000;
    private static final int LARGEST = 5_242_880 + 16_384;

    private final S3Server server = server();
    private final MinioClient client = client(server.endpoint(), server.region(), http());
    private final String folder = "contract/" + UUID.randomUUID() + "/";

    abstract S3Server server();

    @BeforeEach
    void createBucket() throws Exception {
        if (!client.bucketExists(
                BucketExistsArgs.builder().bucket(server.bucket()).build())) {
            client.makeBucket(MakeBucketArgs.builder().bucket(server.bucket()).build());
        }
    }

    @AfterEach
    void removeObjects() throws Exception {
        for (String key : keys(folder, "")) {
            remove(key);
        }
    }

    @Test
    void put_get_and_replace() throws Exception {
        put("a", bytes(70_000, 1));
        assertThat(get("a")).isEqualTo(bytes(70_000, 1));
        put("a", bytes(10, 2));
        assertThat(get("a")).isEqualTo(bytes(10, 2));
        assertThat(stat("a")).isEqualTo(10);
        report("put, get, replace", "yes");
    }

    @Test
    void largest_document() throws Exception {
        put("large", bytes(LARGEST, 3));
        assertThat(get("large")).isEqualTo(bytes(LARGEST, 3));
        report("largest document (5 MiB and its tags)", "yes");
    }

    @Test
    void range() throws Exception {
        put("ranged", bytes(100_000, 4));
        try (InputStream part = client.getObject(GetObjectArgs.builder()
                .bucket(server.bucket())
                .object(folder + "ranged")
                .offset(50_000L)
                .length(1_000L)
                .build())) {
            assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes(100_000, 4), 50_000, 51_000));
        }
        report("range", "yes");
    }

    @Test
    void absence_is_told_apart_from_a_missing_bucket() {
        assertCode("NoSuchKey", () -> get("none"));
        assertThatThrownBy(() -> stat("none"))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        answer -> assertThat(answer.errorResponse().code()).isEqualTo("NoSuchKey"));
        assertThatThrownBy(() -> client.getObject(GetObjectArgs.builder()
                        .bucket("zizhi-no-such-bucket")
                        .object("none")
                        .build()))
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        answer -> assertThat(answer.errorResponse().code()).isNotEqualTo("NoSuchKey"));
        report("missing object and missing bucket differ", "yes");
    }

    @Test
    void deletion_can_be_repeated() throws Exception {
        put("gone", bytes(10, 5));
        remove(folder + "gone");
        remove(folder + "gone");
        assertCode("NoSuchKey", () -> get("gone"));
        report("delete, also twice", "yes");
    }

    @Test
    void lists_more_than_a_page_in_order() throws Exception {
        List<String> expected = IntStream.range(0, 1_005)
                .mapToObj(index -> folder + "%05d".formatted(index))
                .toList();
        for (String key : expected) {
            putAt(key, new byte[] {1});
        }
        assertThat(keys(folder, "")).isEqualTo(expected);
        assertThat(keys(folder, expected.get(499))).isEqualTo(expected.subList(500, 1_005));
        report("list by prefix, after a key, 1,005 objects in order", "yes");
    }

    @Test
    void wrong_key_is_refused() {
        S3Server wrong = new S3Server(
                server.name(),
                server.endpoint(),
                server.accessKey(),
                "wrong" + server.secretKey(),
                server.region(),
                server.bucket(),
                server.virtualHost());
        MinioClient stranger = client(wrong, wrong.endpoint(), wrong.region(), http());
        assertThatThrownBy(() -> stranger.statObject(StatObjectArgs.builder()
                        .bucket(server.bucket())
                        .object(folder + "a")
                        .build()))
                .isInstanceOf(ErrorResponseException.class);
        report("wrong secret key", "refused");
    }

    /** Some servers have no regions. Others refuse; none may hang or answer something else. */
    @Test
    void wrong_region_is_served_or_refused() throws Exception {
        put("here", bytes(10, 6));
        MinioClient elsewhere = client(server.endpoint(), "zizhi-nowhere-1", http());
        String result;
        try (InputStream object = elsewhere.getObject(GetObjectArgs.builder()
                .bucket(server.bucket())
                .object(folder + "here")
                .build())) {
            assertThat(object.readAllBytes()).isEqualTo(bytes(10, 6));
            result = "served";
        } catch (ErrorResponseException answer) {
            result = "refused: " + answer.errorResponse().code();
        }
        report("wrong region", result);
    }

    @Test
    void truncated_answer_is_an_error() throws Exception {
        put("cut", bytes(1_000_000, 7));
        try (FaultyS3 faulty = new FaultyS3(server, ServerSocketFactory.getDefault())) {
            MinioClient through = client(at("http", faulty.port()), server.region(), http());
            faulty.spoil(Fault.TRUNCATED);
            assertThatThrownBy(() -> read(through, "cut")).isInstanceOf(IOException.class);
        }
        report("truncated answer", "error");
    }

    @Test
    void silent_server_is_a_time_out() throws Exception {
        put("slow", bytes(10, 8));
        try (FaultyS3 faulty = new FaultyS3(server, ServerSocketFactory.getDefault())) {
            OkHttpClient http = http();
            MinioClient impatient = client(
                    at("http", faulty.port()),
                    server.region(),
                    http.newBuilder().readTimeout(SHORT).build());
            faulty.spoil(Fault.SILENT);
            long before = System.nanoTime();
            assertThatThrownBy(() -> read(impatient, "slow")).isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(TIMEOUT);
            faulty.spoil(Fault.NONE);
            // It shares the connections of the impatient client.
            MinioClient patient = client(at("http", faulty.port()), server.region(), http);
            assertThat(read(patient, "slow")).isEqualTo(bytes(10, 8));
        }
        report("silent server", "time-out, then works again");
    }

    @Test
    void overloaded_server_is_an_error() throws Exception {
        put("busy", bytes(10, 9));
        try (FaultyS3 faulty = new FaultyS3(server, ServerSocketFactory.getDefault())) {
            MinioClient through = client(at("http", faulty.port()), server.region(), http());
            faulty.spoil(Fault.UNAVAILABLE);
            assertThatThrownBy(() -> read(through, "busy")).isInstanceOf(Exception.class);
            faulty.spoil(Fault.NONE);
            assertThat(read(through, "busy")).isEqualTo(bytes(10, 9));
        }
        report("503 SlowDown", "error, then works again");
    }

    /** The connection is encrypted in front of the server, as by a load balancer. */
    @Test
    void tls_needs_a_trusted_certificate(@TempDir Path keys) throws Exception {
        put("secret", bytes(10, 10));
        KeyStore store = certificate(keys.resolve("server.p12"));
        try (FaultyS3 secured = new FaultyS3(server, serverSockets(store))) {
            URI endpoint = at("https", secured.port());
            assertThatThrownBy(() -> read(client(endpoint, server.region(), http()), "secret"))
                    .isInstanceOf(SSLException.class);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            OkHttpClient trusting = http().newBuilder()
                    .sslSocketFactory(context.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0])
                    .build();
            assertThat(read(client(endpoint, server.region(), trusting), "secret"))
                    .isEqualTo(bytes(10, 10));
        }
        report("TLS in front of it", "trusted certificates only");
    }

    /** The service uses path style. Buckets as host names are for other tools. */
    @Test
    void virtual_style_where_the_server_has_it() throws Exception {
        if (server.virtualHost().isEmpty()) {
            report("path style; virtual style", "yes; not configured");
            return;
        }
        put("styled", bytes(10, 11));
        OkHttpClient local = http().newBuilder()
                .dns(host -> List.of(InetAddress.getByName(server.endpoint().getHost())))
                .build();
        URI named = URI.create(server.endpoint().getScheme() + "://"
                + server.virtualHost().orElseThrow() + ":" + server.endpoint().getPort());
        MinioClient virtual = client(named, server.region(), local);
        virtual.enableVirtualStyleEndpoint();
        assertThat(read(virtual, "styled")).isEqualTo(bytes(10, 11));
        report("path style; virtual style", "yes; yes");
    }

    private void put(String name, byte[] bytes) throws Exception {
        putAt(folder + name, bytes);
    }

    private void putAt(String key, byte[] bytes) throws Exception {
        client.putObject(PutObjectArgs.builder().bucket(server.bucket()).object(key).stream(
                        new ByteArrayInputStream(bytes), bytes.length, -1)
                .build());
    }

    private byte[] get(String name) throws Exception {
        return read(client, name);
    }

    private byte[] read(MinioClient from, String name) throws Exception {
        try (InputStream object = from.getObject(GetObjectArgs.builder()
                .bucket(server.bucket())
                .object(folder + name)
                .build())) {
            return object.readAllBytes();
        }
    }

    private long stat(String name) throws Exception {
        return client.statObject(StatObjectArgs.builder()
                        .bucket(server.bucket())
                        .object(folder + name)
                        .build())
                .size();
    }

    private void remove(String key) throws Exception {
        client.removeObject(
                RemoveObjectArgs.builder().bucket(server.bucket()).object(key).build());
    }

    /** Lists all keys, each page after the last key of the previous one, as {@link S3ObjectStore} does. */
    private List<String> keys(String prefix, String after) throws Exception {
        List<String> keys = new ArrayList<>();
        String last = after;
        int page;
        do {
            page = 0;
            Iterator<Result<Item>> found = client.listObjects(ListObjectsArgs.builder()
                            .bucket(server.bucket())
                            .prefix(prefix)
                            .startAfter(last)
                            .recursive(true)
                            .maxKeys(PAGE)
                            .build())
                    .iterator();
            while (page < PAGE && found.hasNext()) {
                last = found.next().get().objectName();
                keys.add(last);
                page++;
            }
        } while (page == PAGE);
        return keys;
    }

    private static void assertCode(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ErrorResponseException.class,
                        answer -> assertThat(answer.errorResponse().code()).isEqualTo(code));
    }

    private MinioClient client(URI endpoint, String region, OkHttpClient http) {
        return client(server, endpoint, region, http);
    }

    private static MinioClient client(S3Server server, URI endpoint, String region, OkHttpClient http) {
        return MinioClient.builder()
                .endpoint(endpoint.toString())
                .region(region)
                .credentials(server.accessKey(), server.secretKey())
                .httpClient(http)
                .build();
    }

    /** As {@link StorageHttpClient} builds it, with longer time-outs: nothing but a silent server exceeds them. */
    private static OkHttpClient http() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(TIMEOUT)
                .readTimeout(TIMEOUT)
                .writeTimeout(TIMEOUT)
                .build();
    }

    private static URI at(String scheme, int port) {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    private static KeyStore certificate(Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=IP:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        "contract")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "contract".toCharArray());
        }
        return store;
    }

    private static ServerSocketFactory serverSockets(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "contract".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    private static byte[] bytes(int count, int seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private void report(String check, String result) {
        System.out.println("S3 contract | " + server.name() + " | " + check + " | " + result);
    }
}
