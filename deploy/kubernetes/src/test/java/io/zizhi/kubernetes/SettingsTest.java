package io.zizhi.kubernetes;

import static io.zizhi.kubernetes.Build.elements;
import static io.zizhi.kubernetes.Build.name;
import static io.zizhi.kubernetes.Build.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the variables of the containers with the settings that the code, Quarkus and Kafka read. */
class SettingsTest {

    private static final Pattern QUARKUS_VARIABLE =
            Pattern.compile("\"environmentVariable\"\\s*:\\s*\"(QUARKUS_\\w+)\"");

    /** A constant of {@code SmsTemplate}. */
    private static final Pattern MESSAGE = Pattern.compile("(?m)^ {4}([A-Z_]+)\\(SmsKind");

    private static final Pattern HEAP = Pattern.compile("-XX:MaxRAMPercentage=(\\d+)");

    private static final Pattern MEGABYTES = Pattern.compile("(\\d+)Mi");

    /** Required by Quarkus or by the start of a service, in every service. */
    private static final List<String> ALSO_REQUIRED = List.of(
            "kafka.bootstrap.servers",
            "kafka.sasl.jaas.config",
            "kafka.sasl.mechanism",
            "kafka.security.protocol",
            "quarkus.datasource.jdbc.url",
            "quarkus.http.host",
            "quarkus.http.port",
            "quarkus.management.host",
            "quarkus.management.port",
            "zizhi.internal.port");

    static final List<String> OVERLAYS = Build.OVERLAYS;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_variable_is_a_known_setting(String overlay) throws IOException {
        Set<String> known = known();
        Build build = Build.of(overlay);
        for (JsonNode workload : serviceWorkloads(build)) {
            assertThat(variables(build, workload).keySet())
                    .as(name(workload))
                    .isNotEmpty()
                    .isSubsetOf(known);
        }
    }

    /** The migration Job runs the program of its service, which reads all its settings first. */
    @ParameterizedTest
    @CsvSource({"trial, local", "production, prod", "containers, prod", "complete, prod"})
    void every_required_setting_is_given(String overlay, String profile) {
        Build build = Build.of(overlay);
        for (Service service : Service.values()) {
            Set<String> required = CodeSettings.of(service, profile).isRequired().entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(setting -> CodeSettings.variable(setting.getKey()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(required).contains("ZIZHI_ENCRYPTION_DIRECTORY", "QUARKUS_OIDC_AUTH_SERVER_URL");
            required.removeAll(given());
            assertThat(variables(build, build.get("Job", service.word() + "-migration"))
                            .keySet())
                    .as("migration of " + service)
                    .containsAll(required);

            ALSO_REQUIRED.forEach(setting -> required.add(CodeSettings.variable(setting)));
            if (service == Service.DOCUMENT) {
                required.addAll(List.of(
                        "QUARKUS_MINIO_HOST",
                        "QUARKUS_MINIO_PORT",
                        "QUARKUS_MINIO_SECURE",
                        "QUARKUS_MINIO_ACCESS_KEY",
                        "QUARKUS_MINIO_SECRET_KEY"));
            }
            Map<String, String> variables = variables(build, build.get("Deployment", service.module()));
            assertThat(variables.keySet()).as(service.module()).containsAll(required);
        }
    }

    /** Without its condition, a setting has no effect, and who reads the manifests would think that it has one. */
    @ParameterizedTest
    @CsvSource({"trial, local", "production, prod", "containers, local", "complete, prod"})
    void setting_is_given_together_with_the_one_that_needs_it(String overlay, String profile) {
        Build build = Build.of(overlay);
        for (Service service : Service.values()) {
            Map<String, String> variables = variables(build, build.get("Deployment", service.module()));
            CodeSettings.of(service, profile).neededWith().forEach((setting, condition) -> {
                String name = CodeSettings.variable(setting);
                if (condition.equals(CodeSettings.PRODUCTION)) {
                    assertThat(variables.containsKey(name) || !profile.equals("prod"))
                            .as("%s is given in production", name)
                            .isTrue();
                } else {
                    assertThat(variables.containsKey(name))
                            .as("%s of %s is given with %s", name, service, condition)
                            .isEqualTo(holds(condition, variables));
                }
            });
        }
    }

    /** @param condition a setting with its value, or one of its values, for example {@code zizhi.sms.senders=http} */
    private static boolean holds(String condition, Map<String, String> variables) {
        String[] parts = condition.split("=", 2);
        return Stream.of(variables
                        .getOrDefault(CodeSettings.variable(parts[0]), "")
                        .split(",", -1))
                .anyMatch(parts[1]::equalsIgnoreCase);
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void only_the_job_migrates(String overlay) {
        Build build = Build.of(overlay);
        for (Service service : Service.values()) {
            Map<String, String> ofService = variables(build, build.get("Deployment", service.module()));
            Map<String, String> ofJob = variables(build, build.get("Job", service.word() + "-migration"));
            assertThat(ofService)
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                    .containsEntry("QUARKUS_FLYWAY_VALIDATE_AT_START", "true")
                    .containsEntry("QUARKUS_DATASOURCE_USERNAME", service.word())
                    .doesNotContainKey("QUARKUS_INIT_AND_EXIT");
            assertThat(ofJob)
                    .containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "true")
                    .containsEntry("QUARKUS_INIT_AND_EXIT", "true")
                    .containsEntry("QUARKUS_DATASOURCE_USERNAME", service.word() + "_migration");
            assertThat(ofJob.get("QUARKUS_DATASOURCE_PASSWORD"))
                    .isNotEqualTo(ofService.get("QUARKUS_DATASOURCE_PASSWORD"));
        }
    }

    /** The kernel kills a container whose full heap leaves too little for classes, code and threads: about 210 MB. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void heap_leaves_memory_for_the_rest_of_the_jvm(String overlay) {
        Build build = Build.of(overlay);
        for (JsonNode service : build.services()) {
            Matcher heap = HEAP.matcher(variables(build, service).getOrDefault("JDK_JAVA_OPTIONS", ""));
            Matcher limit = MEGABYTES.matcher(
                    pod(service).at("/containers/0/resources/limits/memory").asText());
            assertThat(heap.find() && limit.matches()).as(name(service)).isTrue();
            int rest = 100 - Integer.parseInt(heap.group(1));
            assertThat(Integer.parseInt(limit.group(1)) * rest / 100)
                    .as(name(service))
                    .isGreaterThanOrEqualTo(250);
        }
    }

    /** {@code ProductionSettings} refuses the start otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"production", "containers", Build.COMPLETE})
    void production_uses_tls_everywhere(String overlay) {
        Build build = Build.of(overlay);
        for (Service service : Service.values()) {
            Map<String, String> variables = variables(build, build.get("Deployment", service.module()));
            assertThat(variables)
                    .doesNotContainKey("QUARKUS_PROFILE")
                    .containsEntry("KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
                    .containsEntry("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE", "verify-full");
            assertThat(variables.get("QUARKUS_DATASOURCE_JDBC_URL")).contains("sslmode=verify-full");
            assertThat(variables.get("QUARKUS_OIDC_AUTH_SERVER_URL")).startsWith("https://");
        }
        assertThat(variables(build, build.get("Deployment", "document-service")))
                .containsEntry("QUARKUS_MINIO_SECURE", "true");
        Map<String, String> notification = variables(build, build.get("Deployment", "notification-service"));
        assertThat(notification.get("ZIZHI_SMS_HTTP_URL")).startsWith("https://");
        assertThat(notification.getOrDefault("ZIZHI_SMS_SMPP_TLS", "true")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {Build.COMPLETE, Build.REST})
    void network_policy_allows_the_port_of_the_smsc(String overlay) {
        Build build = Build.of(overlay);
        assertThat(variables(build, build.get("Deployment", "notification-service")))
                .containsEntry(
                        "ZIZHI_SMS_SMPP_PORT",
                        build.get("NetworkPolicy", "to-smsc")
                                .at("/spec/egress/0/ports/0/port")
                                .asText());
    }

    /**
     * Templates are in a file, because variables would give their names in lower case, and the service would find none
     * of them.
     */
    @Test
    void alibaba_has_a_template_for_every_message() throws IOException {
        Build build = Build.of(Build.COMPLETE);
        JsonNode service = build.get("Deployment", "notification-service");
        String mount = elements(pod(service).at("/containers/0/volumeMounts"))
                .filter(each -> each.path("name").asText().equals("sms-templates"))
                .map(each -> each.path("mountPath").asText())
                .collect(Collectors.joining());
        String map = elements(pod(service).path("volumes"))
                .filter(each -> each.path("name").asText().equals("sms-templates"))
                .map(each -> each.at("/configMap/name").asText())
                .collect(Collectors.joining());
        Map<String, String> variables = variables(build, service);
        assertThat(variables).containsEntry("QUARKUS_CONFIG_LOCATIONS", mount + "/alibaba.properties");
        assertThat(variables.keySet()).noneMatch(name -> name.startsWith("ZIZHI_SMS_ALIBABA_TEMPLATES"));

        Properties templates = new Properties();
        templates.load(new StringReader(build.get("ConfigMap", map)
                .path("data")
                .path("alibaba.properties")
                .asText()));
        String messages = Files.readString(ProjectFolder.find()
                .resolve("notification-service/src/main/java/io/zizhi/notification/sender/message/SmsTemplate.java"));
        assertThat(templates.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(MESSAGE.matcher(messages)
                        .results()
                        .map(message -> "zizhi.sms.alibaba.templates." + message.group(1))
                        .toList());
    }

    @Test
    void production_allows_no_weakness() {
        assertThat(Build.of("production").text()).doesNotContain("ZIZHI_SECURITY_ALLOW_IN_PRODUCTION");
    }

    /** A check that finds nothing proves nothing. */
    @Test
    void reads_settings_of_the_code() {
        Map<String, Boolean> notification =
                CodeSettings.of(Service.NOTIFICATION, "prod").isRequired();
        assertThat(notification)
                .containsEntry("zizhi.encryption.directory", true)
                .containsEntry("zizhi.identity.client-secret", true)
                .containsEntry("quarkus.datasource.password", true)
                .containsEntry("zizhi.limits.phone-codes.wrong-codes", false)
                .containsEntry("zizhi.internal.port", false)
                .containsEntry("zizhi.review-service.url", false);
        assertThat(CodeSettings.of(Service.NOTIFICATION, "prod").neededWith())
                .containsEntry("zizhi.sms.senders", CodeSettings.PRODUCTION)
                .containsEntry("zizhi.sms.http.secret", "zizhi.sms.senders=http");
        assertThat(CodeSettings.of(Service.DOCUMENT, "prod").isRequired())
                .containsEntry("zizhi.documents.sweep-days", false);
    }

    /** Settings that Quarkus itself computes. */
    private static Set<String> given() {
        return Set.of("QUARKUS_APPLICATION_NAME");
    }

    private static List<JsonNode> serviceWorkloads(Build build) {
        return build.workloads().stream()
                .filter(workload -> Set.of("service", "migration")
                        .contains(Build.podLabels(workload)
                                .path("app.kubernetes.io/component")
                                .asText()))
                .toList();
    }

    /** Returns the variables of the first container; the value of one from a Secret names Secret and key. */
    static Map<String, String> variables(Build build, JsonNode workload) {
        Map<String, String> variables = new TreeMap<>();
        JsonNode container = pod(workload).at("/containers/0");
        for (JsonNode source : container.path("envFrom")) {
            build.get("ConfigMap", source.at("/configMapRef/name").asText())
                    .path("data")
                    .properties()
                    .forEach(entry ->
                            variables.put(entry.getKey(), entry.getValue().asText()));
        }
        for (JsonNode variable : container.path("env")) {
            variables.put(
                    variable.path("name").asText(),
                    variable.has("value")
                            ? variable.path("value").asText()
                            : variable.at("/valueFrom/secretKeyRef").toString());
        }
        return variables;
    }

    private static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>(Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
        for (Service service : Service.values()) {
            CodeSettings.of(service, "prod").isRequired().keySet().stream()
                    .map(CodeSettings::variable)
                    .forEach(known::add);
        }
        Stream.concat(ConsumerConfig.configNames().stream(), ProducerConfig.configNames().stream())
                .map(name -> CodeSettings.variable("kafka." + name))
                .forEach(known::add);
        for (URL model : Collections.list(SettingsTest.class
                .getClassLoader()
                .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
            try (InputStream stream = model.openStream()) {
                QUARKUS_VARIABLE
                        .matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .forEach(found -> known.add(found.group(1)));
            }
        }
        return known;
    }
}
