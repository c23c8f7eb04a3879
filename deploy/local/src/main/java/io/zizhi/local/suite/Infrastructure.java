package io.zizhi.local.suite;

import io.zizhi.local.demo.DemoUsers;
import io.zizhi.local.layout.Programs;
import io.zizhi.local.layout.Progress;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Replica;
import io.zizhi.local.layout.Service;
import io.zizhi.local.layout.SuiteOptions;
import io.zizhi.local.server.IdentityServer;
import io.zizhi.local.server.MalwareScanner;
import io.zizhi.local.server.ObjectStore;
import io.zizhi.local.server.RecognitionWorker;
import io.zizhi.local.server.SmsGateway;
import io.zizhi.local.server.kafka.KafkaBroker;
import io.zizhi.local.server.kafka.KafkaUsers;
import io.zizhi.local.server.postgres.Database;
import io.zizhi.local.server.postgres.PostgresServer;
import io.zizhi.local.sms.SmsGatewayMain;
import io.zizhi.local.state.Certificates;
import io.zizhi.local.state.Keysets;
import io.zizhi.local.state.PrivateFiles;
import io.zizhi.local.state.Secrets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one installation and their addresses. Starts them in parallel, except servers that already run. So a
 * second start is quick, and a second program finds the servers of the first.
 */
public final class Infrastructure {

    /** The service name under which the platform's own tests run. */
    public static final String PLATFORM = "platform";

    /** The servers to choose from. */
    public enum Part {
        POSTGRES("PostgreSQL"),
        KAFKA("Kafka"),
        OBJECT_STORE("S3 server"),
        IDENTITY("OIDC server"),
        /** Only in an installation with TLS; locally, notification-service has an inbox. */
        SMS_GATEWAY("SMS gateway"),
        /** In an installation with TLS; otherwise see {@link #scanDocuments}. */
        MALWARE_SCANNER("malware scanner"),
        /** Unless the options exclude it. */
        RECOGNITION("recognition worker");

        private final String title;

        Part(String title) {
            this.title = title;
        }

        /** Returns the display name. */
        public String title() {
            return title;
        }
    }

    private static final Set<Part> ONLY_WITH_TLS = Set.of(Part.SMS_GATEWAY, Part.MALWARE_SCANNER);

    private final Path folder;
    private final Ports ports;
    private final SuiteOptions options;
    private final Secrets secrets;
    private final Set<Part> parts;
    private final Path keysets;
    private @Nullable PostgresServer postgres;
    private @Nullable String bootstrapServers;
    private ObjectStore.@Nullable Endpoint objectStore;
    private @Nullable IdentityClient identity;
    private @Nullable String smsGateway;
    private @Nullable String scanner;
    private @Nullable String recognition;

    private Infrastructure(Path folder, Ports ports, Set<Part> parts, SuiteOptions options) {
        this.folder = PrivateFiles.folder(folder);
        this.ports = ports;
        boolean tls = Certificates.of(folder).isPresent();
        this.parts = parts.stream()
                .filter(part -> tls || !ONLY_WITH_TLS.contains(part))
                .filter(part -> part != Part.RECOGNITION || options.recognition())
                .collect(Collectors.toUnmodifiableSet());
        this.options = options;
        this.secrets = new Secrets(folder.resolve("secrets"));
        this.keysets = PrivateFiles.folder(folder.resolve("data/keysets"));
    }

    /** Starts {@code parts} in {@code folder}, or finds them running. */
    public static Infrastructure start(Path folder, Ports ports, Set<Part> parts, Progress progress) {
        return start(folder, ports, parts, SuiteOptions.none(), progress);
    }

    public static Infrastructure start(
            Path folder, Ports ports, Set<Part> parts, SuiteOptions options, Progress progress) {
        Infrastructure infrastructure =
                new Infrastructure(folder.toAbsolutePath().normalize(), ports, parts, options);
        Map<String, Callable<Boolean>> steps = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            if (infrastructure.parts.contains(part)) {
                steps.put(part.title(), () -> infrastructure.start(part));
            }
        }
        Parallel.run(steps, progress);
        return infrastructure;
    }

    /**
     * Starts servers on random ports in a folder below {@code target/}; they stop when this JVM ends. Later calls in
     * the same JVM, also from another class loader, return the same servers.
     */
    public static Infrastructure startForTests(Set<Part> parts) {
        return TestFolder.start(parts);
    }

    /** Starts {@code part} on its port, or finds it running. */
    public boolean start(Part part) {
        List<String> clients = names(Service::module);
        switch (part) {
            case POSTGRES ->
                postgres = PostgresServer.start(
                        folder, ProjectFolder.cache(), ports.postgres(), secrets, names(Service::word));
            case KAFKA ->
                bootstrapServers = KafkaBroker.start(
                        folder, ports.kafka(), ports.kafkaController(), secrets, clients, options.kafkaListeners());
            case OBJECT_STORE -> objectStore = ObjectStore.start(folder, ports.objectStore(), secrets);
            case IDENTITY ->
                identity = new IdentityClient(
                        folder,
                        IdentityServer.start(folder, ports.identity(), secrets, DemoUsers.ALL, clients),
                        secrets);
            case SMS_GATEWAY -> smsGateway = SmsGateway.start(folder, ports.smsGateway(), secrets);
            case MALWARE_SCANNER -> scanner = MalwareScanner.start(folder, ports.scanner());
            case RECOGNITION -> recognition = RecognitionWorker.start(folder, ports.recognition(), secrets, programs());
        }
        return true;
    }

    /** Starts the malware scanner too, if it is installed. Without it, documents stay unscanned. */
    void scanDocuments() {
        if (scanner == null && MalwareScanner.isInstalled()) {
            start(Part.MALWARE_SCANNER);
        }
    }

    /** Returns the address of the malware scanner; empty if documents are not scanned. */
    public Optional<String> scanner() {
        return Optional.ofNullable(scanner);
    }

    private static List<String> names(Function<Service, String> name) {
        return Stream.concat(Stream.of(Service.values()).map(name), Stream.of(PLATFORM))
                .toList();
    }

    /** Returns the database of {@code service}: a module name such as {@code review-service}, or {@link #PLATFORM}. */
    public Database database(String service) {
        return started(postgres, Part.POSTGRES).database(word(service));
    }

    /** Returns the database of {@code service} as the role that owns its tables. */
    public Database owner(String service) {
        PostgresServer server = started(postgres, Part.POSTGRES);
        return Certificates.of(folder).isPresent() ? server.migration(word(service)) : server.database(word(service));
    }

    public String bootstrapServers() {
        return started(bootstrapServers, Part.KAFKA);
    }

    /**
     * Returns the settings of a Kafka client that connects as {@code user}: a module name such as {@code
     * review-service}, or {@link KafkaUsers#TOOLS}.
     */
    public Map<String, String> kafkaClient(String user) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("bootstrap.servers", bootstrapServers()));
        settings.putAll(new KafkaUsers(folder, secrets).settings(user));
        return settings;
    }

    /** Returns address, keys and bucket of the S3 server. */
    public ObjectStore.Endpoint objectStore() {
        return started(objectStore, Part.OBJECT_STORE);
    }

    public IdentityClient identity() {
        return started(identity, Part.IDENTITY);
    }

    /** Returns the folder with the keysets of {@code service}, and creates missing ones. */
    public Path encryptionDirectory(String service) {
        return Keysets.of(word(service), keysets);
    }

    List<Replica> replicas() {
        return options.replicas();
    }

    /** Returns the version that services run unless a start names another one. */
    Programs programs() {
        return options.programs().orElseGet(Programs::current);
    }

    public Path folder() {
        return folder;
    }

    /** Returns all properties that {@code service} needs to reach the running servers. */
    public Map<String, String> serviceConfig(String service) {
        Map<String, String> config = new LinkedHashMap<>();
        Path keysetsOfService = encryptionDirectory(service);
        config.put("zizhi.encryption.directory", keysetsOfService.toString());
        config.put("zizhi.audit.anchors.key", Keysets.anchorKey(keysetsOfService));
        config.put("zizhi.audit.anchors.folder", folder.resolve("data/anchors").toString());
        if (parts.contains(Part.POSTGRES)) {
            Database database = database(service);
            config.put("quarkus.datasource.username", database.username());
            config.put("quarkus.datasource.password", database.password());
            config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
            config.put("quarkus.datasource.reactive.url", database.reactiveUrl());
        }
        if (parts.contains(Part.KAFKA)) {
            // the tests of the platform publish and consume events of every service
            kafkaClient(service.equals(PLATFORM) ? KafkaUsers.TOOLS : service)
                    .forEach((name, value) -> config.put("kafka." + name, value));
        }
        if (parts.contains(Part.IDENTITY)) {
            config.put("quarkus.oidc.auth-server-url", identity().issuer());
            config.put("zizhi.identity.client-secret", identity().clientSecret(service));
        }
        if (parts.contains(Part.OBJECT_STORE) && service.equals(Service.DOCUMENT.module())) {
            config.put("quarkus.minio.host", objectStore().endpoint().getHost());
            config.put(
                    "quarkus.minio.port",
                    Integer.toString(objectStore().endpoint().getPort()));
            config.put(
                    "quarkus.minio.secure",
                    Boolean.toString(Certificates.of(folder).isPresent()));
            config.put("quarkus.minio.access-key", objectStore().accessKey());
            config.put("quarkus.minio.secret-key", objectStore().secretKey());
            config.put("zizhi.documents.bucket", objectStore().bucket());
        }
        if (scanner != null && service.equals(Service.DOCUMENT.module())) {
            config.put("zizhi.document.scanner.provider", "CLAMD");
            config.put("zizhi.document.scanner.address", scanner);
        }
        Certificates.of(folder).ifPresent(tls -> config.putAll(production(service, tls)));
        if (parts.contains(Part.RECOGNITION) && service.equals(Service.DOCUMENT.module())) {
            config.put("zizhi.document.recognition.provider", "WORKER");
            config.put("zizhi.document.recognition.url", started(recognition, Part.RECOGNITION));
            config.put("zizhi.document.recognition.key", RecognitionWorker.key(secrets));
            boolean scans = config.containsKey("zizhi.document.scanner.provider");
            config.put("zizhi.document.recognition.unscanned", Boolean.toString(!scans));
        }
        config.putAll(options.of(service));
        return config;
    }

    /** Returns the settings that profile {@code prod} demands beyond those of profile {@code local}. */
    private Map<String, String> production(String service, Certificates tls) {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full");
        config.put("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
        config.put("quarkus.datasource.reactive.trust-certificate-pem", "true");
        config.put(
                "quarkus.datasource.reactive.trust-certificate-pem.certs",
                tls.authority().toString());
        // the tables belong to another role: see Migration
        config.put("quarkus.flyway.migrate-at-start", "false");
        // everything runs on this machine
        config.put("zizhi.security.allow-in-production", "local-issuer");
        if (service.equals(Service.NOTIFICATION.module())) {
            config.put("zizhi.sms.senders", "http");
            config.put("zizhi.sms.http.url", started(smsGateway, Part.SMS_GATEWAY) + SmsGatewayMain.SEND);
            config.put("zizhi.sms.http.secret", SmsGateway.secret(secrets));
            config.put("zizhi.outbound.allowed-networks", "127.0.0.0/8");
            config.put("zizhi.outbound.account-networks", "127.0.0.0/8");
        }
        return config;
    }

    private static String word(String service) {
        return service.equals(PLATFORM) ? PLATFORM : Service.named(service).word();
    }

    private static <T> T started(@Nullable T server, Part part) {
        if (server == null) {
            throw new IllegalStateException(part.title() + " was not among the parts to start");
        }
        return server;
    }
}
