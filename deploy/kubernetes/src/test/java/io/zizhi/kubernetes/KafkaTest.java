package io.zizhi.kubernetes;

import static io.zizhi.kubernetes.Build.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zizhi.contracts.Topics;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares topics, rights and scaling with the topics that the services write and consume. */
class KafkaTest {

    @Test
    void strimzi_creates_every_topic() throws IOException {
        Map<String, Integer> created = new TreeMap<>();
        Build.of("production")
                .all("KafkaTopic")
                .forEach(topic -> created.put(
                        Build.name(topic), topic.at("/spec/partitions").asInt()));
        assertThat(created).isEqualTo(expectedTopics());
    }

    @Test
    void trial_creates_every_topic() throws IOException {
        Map<String, Integer> created = new TreeMap<>();
        for (String line : script()) {
            List<String> words = List.of(line.split(" "));
            if (words.getFirst().equals("topic")) {
                String partitions = words.get(2).startsWith("\"${dead") ? "1" : words.get(2);
                created.put(words.get(1), Integer.parseInt(partitions));
            }
        }
        assertThat(created).isEqualTo(expectedTopics());
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void strimzi_grants_exactly_the_rights_of_a_service(Service service) throws IOException {
        JsonNode user = Build.of("production").get("KafkaUser", service.module());
        Set<String> granted = new TreeSet<>();
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            texts(acl.path("operations"))
                    .forEach(operation -> granted.add(
                            operation + " " + acl.at("/resource/type").asText() + " "
                                    + acl.at("/resource/name").asText()));
        }
        Set<String> expected = new TreeSet<>(Set.of("Read group " + service.module()));
        written(service).forEach(topic -> expected.addAll(Set.of("Describe topic " + topic, "Write topic " + topic)));
        consumed(service).forEach(topic -> expected.addAll(Set.of("Describe topic " + topic, "Read topic " + topic)));
        assertThat(granted).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void trial_grants_exactly_the_rights_of_a_service(Service service) throws IOException {
        Map<String, Set<String>> granted = new TreeMap<>();
        for (String line : script()) {
            List<String> words = List.of(line.split(" +"));
            if (words.size() > 2
                    && words.getFirst().equals("allow")
                    && words.get(1).equals(service.module())) {
                granted.put(words.get(2), new TreeSet<>(words.subList(3, words.size())));
            }
        }
        assertThat(granted)
                .isEqualTo(Map.of("Write", new TreeSet<>(written(service)), "Read", new TreeSet<>(consumed(service))));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void lag_of_every_consumed_topic_scales_its_service(Service service) throws IOException {
        JsonNode scaling = Build.of("production").get("ScaledObject", service.module());
        List<String> topics = new ArrayList<>();
        for (JsonNode trigger : scaling.at("/spec/triggers")) {
            assertThat(trigger.at("/metadata/consumerGroup").asText()).isEqualTo(service.module());
            topics.add(trigger.at("/metadata/topic").asText());
        }
        assertThat(topics).containsExactlyInAnyOrderElementsOf(consumed(service));
        assertThat(scaling.at("/spec/minReplicaCount").asInt()).isEqualTo(2);
        assertThat(scaling.at("/spec/maxReplicaCount").asInt()).isLessThanOrEqualTo(Topics.PARTITIONS);
        // KEDA owns it.
        assertThat(Build.of("production")
                        .get("Deployment", service.module())
                        .path("spec")
                        .has("replicas"))
                .isFalse();
    }

    private static Map<String, Integer> expectedTopics() throws IOException {
        Map<String, Integer> topics = new TreeMap<>();
        Topics.ALL.forEach(topic -> topics.put(topic, Topics.PARTITIONS));
        for (Service service : Service.values()) {
            consumed(service).forEach(topic -> topics.put(Topics.deadLetter(topic, service.module()), 1));
        }
        return topics;
    }

    private static List<String> written(Service service) throws IOException {
        return Stream.concat(
                        Topics.ALL.stream()
                                .filter(topic -> Topics.producer(topic).equals(service.module())),
                        consumed(service).stream().map(topic -> Topics.deadLetter(topic, service.module())))
                .toList();
    }

    private static List<String> consumed(Service service) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(
                ProjectFolder.find().resolve(service.module()).resolve("src/main/resources/application.properties"))) {
            settings.load(reader);
        }
        return settings.stringPropertyNames().stream()
                .filter(name -> name.matches("mp\\.messaging\\.incoming\\..*\\.topic"))
                .map(settings::getProperty)
                .collect(Collectors.toList());
    }

    /** Returns the lines of the script that creates topics and rights, with continued lines joined. */
    private static List<String> script() throws IOException {
        Path file = Build.FOLDER.resolve("overlays/trial/servers/topics.sh");
        return Files.readString(file).replace("\\\n", "").lines().toList();
    }
}
