package io.zizhi.platform.runtime.production;

import io.zizhi.platform.runtime.production.Weakness.Kind;
import io.zizhi.platform.runtime.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds connections without TLS in the configuration. For a missing setting, the library's default applies. */
final class PlainConnections {

    private static final Set<String> KAFKA_WITH_TLS = Set.of("SSL", "SASL_SSL");

    /** SSL modes of PostgreSQL clients that always use TLS. The others start without TLS or fall back to it. */
    private static final Set<String> POSTGRESQL_WITH_TLS = Set.of("require", "verify-ca", "verify-full");

    private static final Pattern CHANNEL =
            Pattern.compile("(mp\\.messaging\\.(?:incoming|outgoing)\\.([^.]+)\\.)connector");
    private static final Pattern ISSUER = Pattern.compile("quarkus\\.oidc(-client)?\\.(.+\\.)?auth-server-url");
    private static final Pattern THIS_MACHINE =
            Pattern.compile("unix:.*|(localhost|127\\.[0-9.]+|\\[::1]):\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=([^&]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SSL = Pattern.compile("[?&]ssl(=true)?(&|$)", Pattern.CASE_INSENSITIVE);

    private final Settings settings;

    PlainConnections(Settings settings) {
        this.settings = settings;
    }

    List<Weakness> find() {
        List<Weakness> found = new ArrayList<>();
        kafka().ifPresent(found::add);
        jdbc().ifPresent(found::add);
        reactive().ifPresent(found::add);
        s3().ifPresent(found::add);
        anchors().ifPresent(found::add);
        scanner().ifPresent(found::add);
        recognition().ifPresent(found::add);
        sms().ifPresent(found::add);
        smpp().ifPresent(found::add);
        vault().ifPresent(found::add);
        issuers().forEach((issuer, settings) -> plain(issuer, settings).ifPresent(found::add));
        return found;
    }

    /**
     * Returns the addresses of OIDC servers with their settings: those that check incoming tokens and those that issue
     * the service's own.
     */
    Map<String, String> issuers() {
        Map<String, String> issuers = new TreeMap<>();
        settings.names()
                .filter(name -> ISSUER.matcher(name).matches())
                .distinct()
                .sorted()
                .forEach(name -> setting(name)
                        .ifPresent(issuer -> issuers.merge(issuer, name, (one, other) -> one + ", " + other)));
        return issuers;
    }

    private Optional<Weakness> kafka() {
        String general = setting("mp.messaging.connector.smallrye-kafka.security.protocol")
                .or(() -> setting("kafka.security.protocol"))
                .orElse("PLAINTEXT");
        List<String> plain = settings.names()
                .map(CHANNEL::matcher)
                .filter(Matcher::matches)
                .filter(channel -> !KAFKA_WITH_TLS.contains(
                        setting(channel.group(1) + "security.protocol").orElse(general)))
                .map(channel -> channel.group(2))
                .distinct()
                .sorted()
                .toList();
        return plain.isEmpty()
                ? Optional.empty()
                : Optional.of(new Weakness(
                        Kind.PLAIN_KAFKA,
                        "Kafka is used without TLS by the channels " + String.join(", ", plain)
                                + ". Set kafka.security.protocol to SASL_SSL or SSL (default now " + general
                                + "). Correct or remove security.protocol of these channels and of"
                                + " mp.messaging.connector.smallrye-kafka, which take precedence."));
    }

    /** Checks the JDBC address. A mode in the address takes precedence over the separate setting. */
    private Optional<Weakness> jdbc() {
        String setting = "quarkus.datasource.jdbc.url";
        return setting(setting)
                .filter(url -> isPlain(mode(url)
                        .or(() -> setting("quarkus.datasource.jdbc.additional-jdbc-properties.sslmode"))
                        .or(() -> SSL.matcher(url).find() ? Optional.of("verify-full") : Optional.empty())))
                .map(url -> postgresql(setting, "add sslmode=verify-full to it"));
    }

    /** Checks the reactive address. The separate setting takes precedence over a mode in the address. */
    private Optional<Weakness> reactive() {
        String setting = "quarkus.datasource.reactive.url";
        String mode = "quarkus.datasource.reactive.postgresql.ssl-mode";
        return setting(setting)
                .filter(url -> isPlain(setting(mode).or(() -> mode(url))))
                .map(url -> postgresql(setting, "set " + mode + " to verify-full"));
    }

    private static Optional<String> mode(String url) {
        Matcher found = SSL_MODE.matcher(url);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static boolean isPlain(Optional<String> mode) {
        return mode.filter(used -> POSTGRESQL_WITH_TLS.contains(
                        used.toLowerCase(Locale.ROOT).replace('_', '-')))
                .isEmpty();
    }

    /** Describes the finding without the address, which may contain a password. */
    private static Weakness postgresql(String setting, String remedy) {
        return new Weakness(
                Kind.PLAIN_POSTGRESQL,
                setting + " does not require TLS: " + remedy + " (require and verify-ca pass too).");
    }

    /** Checks the object store, which only document-service has. Its client uses TLS by default. */
    private Optional<Weakness> s3() {
        Optional<String> host = setting("quarkus.minio.host").or(() -> setting("quarkus.minio.url"));
        boolean plain = host.filter(address -> address.startsWith("http://")).isPresent()
                || setting("quarkus.minio.secure")
                        .filter("false"::equalsIgnoreCase)
                        .isPresent();
        return host.filter(address -> plain)
                .map(address -> new Weakness(
                        Kind.PLAIN_S3, "The object store is used without TLS. Set quarkus.minio.secure to true."));
    }

    private Optional<Weakness> anchors() {
        return setting("zizhi.audit.anchors.s3.endpoint")
                .filter(address -> !address.toLowerCase(Locale.ROOT).startsWith("https://"))
                .map(address -> new Weakness(
                        Kind.PLAIN_S3,
                        "The store of audit anchors at " + address + " is used without TLS. Set an address that begins"
                                + " with https:// (zizhi.audit.anchors.s3.endpoint)."));
    }

    /** The protocol of clamd has no encryption, and document-service sends it photos of identity documents. */
    private Optional<Weakness> scanner() {
        return setting("zizhi.document.scanner.address")
                .filter(address -> setting("zizhi.document.scanner.provider")
                        .filter(provider -> !provider.equalsIgnoreCase("none"))
                        .isPresent())
                .filter(address -> !THIS_MACHINE.matcher(address).matches())
                .map(address -> new Weakness(
                        Kind.PLAIN_SCANNER,
                        "Documents are sent to the malware scanner " + address + " without encryption."
                                + " Run it beside the service, on a loopback address or a Unix socket"
                                + " (zizhi.document.scanner.address)."));
    }

    /** The worker of the suite is inside its network, like the services, which also call each other without TLS. */
    private Optional<Weakness> recognition() {
        return setting("zizhi.document.recognition.url")
                .filter(url -> setting("zizhi.document.recognition.provider")
                        .filter("cloud"::equalsIgnoreCase)
                        .isPresent())
                .filter(url -> !url.toLowerCase(Locale.ROOT).startsWith("https://"))
                .map(url -> new Weakness(
                        Kind.PLAIN_RECOGNITION,
                        "Photos of identity documents are sent to a cloud service without TLS."
                                + " Set an address that begins with https:// (zizhi.document.recognition.url)."));
    }

    /** Omits the address, whose path may be a secret. */
    private Optional<Weakness> sms() {
        return Stream.of("zizhi.sms.http.url", "zizhi.sms.alibaba.url")
                .filter(name -> setting(name)
                        .filter(url -> !url.toLowerCase(Locale.ROOT).startsWith("https://"))
                        .isPresent())
                .findFirst()
                .map(name -> new Weakness(
                        Kind.PLAIN_SMS,
                        "Phone numbers and codes are sent to the SMS gateway without TLS."
                                + " Set an address that begins with https:// (" + name + ")."));
    }

    private Optional<Weakness> smpp() {
        return setting("zizhi.sms.smpp.host")
                .filter(host -> !THIS_MACHINE.matcher(host + ":0").matches())
                .filter(host -> !setting("zizhi.sms.smpp.tls").orElse("").equalsIgnoreCase("true"))
                .map(host -> new Weakness(
                        Kind.PLAIN_SMS,
                        "Phone numbers and codes are sent to the SMSC without TLS. Set zizhi.sms.smpp.tls=true."));
    }

    private Optional<Weakness> vault() {
        return setting("zizhi.vault.address")
                .filter(address -> !address.toLowerCase(Locale.ROOT).startsWith("https://"))
                .map(address -> new Weakness(
                        Kind.PLAIN_VAULT,
                        "Keys are sent to Vault at " + address
                                + " without TLS. Set an address that begins with https:// (zizhi.vault.address)."));
    }

    private static Optional<Weakness> plain(String issuer, String settings) {
        return issuer.toLowerCase(Locale.ROOT).startsWith("https://")
                ? Optional.empty()
                : Optional.of(new Weakness(
                        Kind.PLAIN_ISSUER,
                        "The OIDC server " + issuer + " is used without TLS. Set an address that begins with https:// ("
                                + settings + ")."));
    }

    private Optional<String> setting(String name) {
        return settings.find(name);
    }
}
