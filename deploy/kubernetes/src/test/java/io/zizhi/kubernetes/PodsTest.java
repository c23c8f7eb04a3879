package io.zizhi.kubernetes;

import static io.zizhi.kubernetes.Build.containers;
import static io.zizhi.kubernetes.Build.elements;
import static io.zizhi.kubernetes.Build.name;
import static io.zizhi.kubernetes.Build.pod;
import static io.zizhi.kubernetes.Build.podLabels;
import static io.zizhi.kubernetes.Build.selects;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Security, resources, probes and availability of every pod. */
class PodsTest {

    /** Its server is built at its start, in its own folder. */
    private static final Set<String> WRITES_ITS_ROOT = Set.of("keycloak");

    /** For the end of the process itself. */
    private static final Duration TO_SPARE = Duration.ofSeconds(5);

    static final List<String> OVERLAYS = Build.OVERLAYS;

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_service_is_deployed(String overlay) {
        assertThat(Build.of(overlay).services().stream().map(Build::name))
                .containsExactlyInAnyOrderElementsOf(Service.modules());
    }

    /** The rules of the pod security standard "restricted", and some more. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_pod_is_restricted(String overlay) {
        for (JsonNode workload : Build.of(overlay).workloads()) {
            JsonNode pod = pod(workload);
            String name = name(workload);
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                    .as(name)
                    .isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).as(name).isPositive();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText())
                    .as(name)
                    .isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                    .as(name)
                    .isFalse();
            assertThat(pod.path("enableServiceLinks").asBoolean(true)).as(name).isFalse();
            assertThat(pod.has("hostNetwork") || pod.has("hostPID") || pod.has("hostIPC"))
                    .as(name)
                    .isFalse();
            assertThat(pod.path("volumes").findValues("hostPath")).as(name).isEmpty();
            assertThat(containers(workload)).as(name).isNotEmpty().allSatisfy(container -> {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
                assertThat(security.path("readOnlyRootFilesystem").asBoolean())
                        .isEqualTo(
                                !WRITES_ITS_ROOT.contains(container.path("name").asText()));
                assertThat(security.has("privileged")
                                || security.at("/capabilities").has("add"))
                        .isFalse();
            });
        }
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void services_run_as_user_of_their_image(String overlay) {
        assertThat(Build.of(overlay).services())
                .allSatisfy(service -> assertThat(
                                pod(service).at("/securityContext/runAsUser").asInt())
                        .isEqualTo(10001));
    }

    /** Otherwise a service could change the anchors by which the audit log of another one is verified. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void services_mount_only_their_own_folder_of_anchors(String overlay) {
        assertThat(Build.of(overlay).services())
                .allSatisfy(service -> assertThat(elements(pod(service).at("/containers/0/volumeMounts"))
                                .filter(mount -> mount.path("name").asText().equals("anchors"))
                                .map(mount -> mount.path("subPath").asText()))
                        .isEqualTo(overlay.equals(Build.REST) ? List.of() : List.of(name(service))));
    }

    /** The component for anchors in a bucket leaves no volume for them. */
    @Test
    void anchors_in_a_bucket_need_no_volume() {
        Build build = Build.of(Build.REST);

        assertThat(build.all("PersistentVolumeClaim")).isEmpty();
        assertThat(build.services())
                .allSatisfy(service -> assertThat(pod(service).path("volumes").findValues("persistentVolumeClaim"))
                        .isEmpty());
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_container_is_limited(String overlay) {
        for (JsonNode workload : Build.of(overlay).workloads()) {
            assertThat(containers(workload)).as(name(workload)).allSatisfy(container -> {
                JsonNode resources = container.path("resources");
                assertThat(resources.at("/requests/cpu").asText()).isNotEmpty();
                assertThat(resources.at("/limits/cpu").asText()).isNotEmpty();
                // A limit above the request would let a full node kill the pod.
                assertThat(resources.at("/limits/memory").asText())
                        .isNotEmpty()
                        .isEqualTo(resources.at("/requests/memory").asText());
            });
            assertThat(elements(pod(workload).path("volumes")).filter(volume -> volume.has("emptyDir")))
                    .as(name(workload))
                    .allSatisfy(volume -> assertThat(
                                    volume.at("/emptyDir/sizeLimit").asText())
                            .isNotEmpty());
        }
    }

    /** A cluster of this size has about two and a half cores and seven gigabytes for pods. */
    @Test
    void trial_fits_on_four_cores_and_eight_gigabytes() {
        assertThat(requested("cpu")).isLessThan(BigDecimal.valueOf(2.5));
        assertThat(requested("memory")).isLessThan(BigDecimal.valueOf(7L << 30));
    }

    private static BigDecimal requested(String resource) {
        return Build.of("trial").workloads().stream()
                .flatMap(workload -> elements(pod(workload).path("containers")))
                .map(container -> Quantity.parse(
                                container.at("/resources/requests/" + resource).asText())
                        .getNumericalAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_server_has_three_probes(String overlay) {
        assertThat(Build.of(overlay)
                        .all("Deployment", "StatefulSet")
                        .map(server -> pod(server).at("/containers/0")))
                .isNotEmpty()
                .allSatisfy(container -> assertThat(List.of("startupProbe", "livenessProbe", "readinessProbe"))
                        .allSatisfy(probe ->
                                assertThat(container.has(probe)).as(probe).isTrue()));
    }

    /** A pod is ready only if all its containers are, and documents can wait for their scan. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void no_sidecar_takes_its_service_out_of_rotation(String overlay) {
        assertThat(Build.of(overlay)
                        .all("Deployment", "StatefulSet")
                        .flatMap(server ->
                                elements(pod(server).path("containers")).skip(1)))
                .allSatisfy(sidecar -> {
                    assertThat(sidecar.has("readinessProbe")).isFalse();
                    assertThat(sidecar.has("startupProbe")).isFalse();
                });
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void services_are_probed_on_management_port(String overlay) {
        for (JsonNode service : Build.of(overlay).services()) {
            JsonNode container = pod(service).at("/containers/0");
            assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
            assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
            assertThat(container.findValues("httpGet"))
                    .extracting(probe -> probe.path("port").asText())
                    .containsOnly("management");
            // docs/operations.md: two probes fit into the ten seconds of quarkus.shutdown.delay.
            assertThat(container.at("/readinessProbe/periodSeconds").asInt()).isLessThanOrEqualTo(5);
        }
    }

    /** A pod that is killed earlier leaves SMS without outcomes, and its successor must ask for them. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void longest_stop_fits_into_the_grace_period(String overlay) {
        Build build = Build.of(overlay);
        for (JsonNode service : build.services()) {
            Duration stop = LongestStop.of(Service.named(name(service)), SettingsTest.variables(build, service));
            assertThat(Duration.ofSeconds(
                            pod(service).path("terminationGracePeriodSeconds").asInt()))
                    .as(name(service))
                    .isGreaterThanOrEqualTo(stop.plus(TO_SPARE));
        }
    }

    /** The page names the numbers of the code. */
    @Test
    void page_states_the_longest_stop() throws IOException {
        Duration stop = LongestStop.of(Service.NOTIFICATION, Map.of("QUARKUS_SHUTDOWN_DELAY", "10S"));
        assertThat(Files.readString(ProjectFolder.find().resolve("docs/operations.md")))
                .contains("these are " + stop.toSeconds() + " s");
    }

    /** Native code reads hostile pictures there, so it must have nothing else and reach nothing. */
    @Test
    void recognition_worker_has_one_secret_and_no_egress() {
        Build build = Build.of("production");
        JsonNode worker = build.get("Deployment", "recognition-worker");
        assertThat(worker.findValues("envFrom")).isEmpty();
        assertThat(worker.findValues("env")).isEmpty();
        assertThat(pod(worker).path("volumes").findValuesAsText("secretName")).containsExactly("document-recognition");
        assertThat(build.all("NetworkPolicy")
                        .filter(policy -> policy.path("spec").has("egress"))
                        .filter(policy -> selects(policy.at("/spec/podSelector"), podLabels(worker)))
                        .map(Build::name))
                .containsExactly("names");
        assertThat(worker.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1))
                .isZero();
        assertThat(build.all("PodDisruptionBudget")
                        .filter(budget -> selects(budget.at("/spec/selector"), podLabels(worker))))
                .singleElement()
                .satisfies(budget ->
                        assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1));
        assertThat(build.get("Deployment", "document-service")
                        .at("/spec/template/spec/containers/0/image")
                        .asText())
                .isEqualTo(worker.at("/spec/template/spec/containers/0/image").asText());
    }

    /** Clients of a server with a certificate of the operator's own authority. */
    @Test
    void services_and_realm_import_trust_own_authority() {
        Build build = Build.of(Build.COMPLETE);
        List<JsonNode> clients = new ArrayList<>(build.services());
        clients.add(build.get("Job", "realm-import"));
        assertThat(clients)
                .allSatisfy(client -> assertThat(pod(client).path("volumes").findValuesAsText("secretName"))
                        .contains("zizhi-truststore"));
        assertThat(build.get("Job", "realm-import").findValues("configMapKeyRef"))
                .extracting(reference -> reference.path("key").asText())
                .containsExactly("JAVA_TOOL_OPTIONS");
    }

    /** Otherwise the end of a long migration would find its Deployment given up. */
    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void deployment_waits_longer_than_migration(String overlay) {
        Build build = Build.of(overlay);
        for (Service service : Service.values()) {
            int migration = build.get("Job", service.word() + "-migration")
                    .at("/spec/activeDeadlineSeconds")
                    .asInt();
            assertThat(build.get("Deployment", service.module())
                            .at("/spec/progressDeadlineSeconds")
                            .asInt())
                    .isGreaterThan(migration);
        }
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void services_spread_and_survive_evictions(String overlay) {
        Build build = Build.of(overlay);
        for (JsonNode service : build.services()) {
            assertThat(pod(service).path("topologySpreadConstraints"))
                    .extracting(constraint -> constraint.path("topologyKey").asText())
                    .containsExactlyInAnyOrder("kubernetes.io/hostname", "topology.kubernetes.io/zone");
            assertThat(pod(service)
                            .at("/topologySpreadConstraints/0/whenUnsatisfiable")
                            .asText())
                    .isEqualTo("DoNotSchedule");
            assertThat(pod(service).path("topologySpreadConstraints"))
                    .allSatisfy(constraint -> assertThat(
                                    constraint.path("nodeTaintsPolicy").asText())
                            .isEqualTo("Honor"));
            assertThat(pod(service).path("topologySpreadConstraints"))
                    .allSatisfy(constraint -> assertThat(selects(constraint.path("labelSelector"), podLabels(service)))
                            .isTrue());
            assertThat(build.all("PodDisruptionBudget")
                            .filter(budget -> selects(budget.at("/spec/selector"), podLabels(service))))
                    .as(name(service))
                    .hasSize(1)
                    .allSatisfy(budget -> assertThat(
                                    budget.at("/spec/maxUnavailable").asInt())
                            .isEqualTo(1));
            assertThat(service.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(1))
                    .isZero();
        }
    }

    /** On three nodes, so that a majority of each survives the loss of one. */
    @Test
    void no_node_holds_two_brokers_controllers_or_databases() {
        Build build = Build.of("production");
        assertThat(build.all("KafkaNodePool")).hasSize(2).allSatisfy(pool -> {
            assertThat(pool.at("/spec/replicas").asInt()).isEqualTo(3);
            JsonNode spread = pool.at("/spec/template/pod/topologySpreadConstraints/0");
            assertThat(spread.path("topologyKey").asText()).isEqualTo("kubernetes.io/hostname");
            assertThat(spread.path("maxSkew").asInt()).isEqualTo(1);
            assertThat(spread.path("whenUnsatisfiable").asText()).isEqualTo("DoNotSchedule");
            assertThat(spread.at("/labelSelector/matchLabels/strimzi.io~1pool-name"))
                    .isEqualTo(pool.at("/metadata/name"));
        });
        JsonNode affinity = build.get("Cluster", "database").at("/spec/affinity");
        assertThat(affinity.path("topologyKey").asText()).isEqualTo("kubernetes.io/hostname");
        assertThat(affinity.path("podAntiAffinityType").asText()).isEqualTo("required");
    }

    @ParameterizedTest
    @FieldSource("OVERLAYS")
    void every_reference_to_configuration_resolves(String overlay) {
        Build build = Build.of(overlay);
        List<String> present = build.all("ConfigMap").map(Build::name).toList();
        for (JsonNode workload : build.workloads()) {
            assertThat(workload.findValues("configMapRef"))
                    .extracting(reference -> reference.path("name").asText())
                    .as(name(workload))
                    .isSubsetOf(present);
            assertThat(workload.findValues("configMapKeyRef"))
                    .as(name(workload))
                    .allSatisfy(reference -> assertThat(build.get(
                                            "ConfigMap", reference.path("name").asText())
                                    .path("data")
                                    .has(reference.path("key").asText()))
                            .isTrue());
            assertThat(workload.findValues("configMap"))
                    .extracting(reference -> reference.path("name").asText())
                    .as(name(workload))
                    .isSubsetOf(present);
        }
        assertThat(build.all("Deployment", "Job")
                        .map(workload ->
                                pod(workload).path("serviceAccountName").asText("default"))
                        .filter(account -> !account.equals("default")))
                .isSubsetOf(build.all("ServiceAccount").map(Build::name).toList());
    }
}
